"""`restore FILE --rehearse`: tries whether a backup can be restored, and changes nothing."""

import argparse

from ccb_desktop.cli.command import Answer
from ccb_desktop.cli.signing_in import read
from ccb_desktop.domain.long_jobs import tell_nobody
from ccb_desktop.operations.rehearsals import rehearse


def rehearse_restore(arguments: argparse.Namespace) -> Answer:
    """Restore a backup in trial and say whether it can be relied on; exit code 3 if not.

    Raises:
        As `signing_in.read` and `rehearsals.rehearse`.
    """
    with read(arguments) as store:
        done = rehearse(store, arguments.file, tell_nobody)
    found = {
        "rehearsed": str(arguments.file.resolve()),
        "ok": done.is_good,
        "findings": [done.trouble] if done.trouble else list(done.findings),
        "acts_since": done.acts_since,
        "members": done.then.members if done.then is not None else None,
        "vouchers": done.then.vouchers if done.then is not None else None,
        "funds": dict(done.then.funds) if done.then is not None else None,
    }
    return Answer(found, [done.verdict, *done.sentences, *done.lines], 0 if done.is_good else 3)
