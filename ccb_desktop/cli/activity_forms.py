"""The form of meetings: the minutes of what chi hội held on a day."""

import argparse
from datetime import date

from ccb_desktop.cli.command import Answer, data_folder, files_answer
from ccb_desktop.operations.activities.roll_papers import meetings_held, write_minutes
from ccb_desktop.operations.branch import read_branch

MEETING_MINUTES = "meeting-minutes"
"""Name of the form."""


def write_activity_form(arguments: argparse.Namespace) -> Answer:
    """Write the minutes of the meetings of a day."""
    on = arguments.on or date.today()
    with read_branch(data_folder(arguments)) as store:
        wanted = meetings_held(store, on, on, arguments.unit or "")
        return files_answer([write_minutes(store, wanted, arguments.out)])
