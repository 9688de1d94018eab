"""A1 at the window: the program is killed with a form open, and what was typed is offered."""

import subprocess
import sys
import textwrap
from pathlib import Path

from ccb_desktop.operations.branch import open_branch
from ccb_desktop.ui.kit.drafts import Drafts

ROOT = Path(__file__).resolve().parents[2]

TYPING = """
    import sys, time
    from pathlib import Path
    from PySide6.QtWidgets import QApplication
    from ccb_desktop.app import Program
    from ccb_desktop.paths import DataFolder
    from ccb_desktop.ui.kit.form_dialog import FormDialog
    from tests.ui import hands

    app = QApplication([])
    program = Program(app, DataFolder(Path(sys.argv[1])))
    program.begin()
    hands.settle()
    program.desk.background.wait()
    hands.settle()
    program.window.show_page("members")
    hands.settle()
    program.window.page("members").add_person()
    hands.settle()
    dialog = program.window.findChildren(FormDialog)[-1]
    hands.type_text(dialog.form.field("full_name").line, "Nguyễn Văn Đang Gõ")
    print("typed", flush=True)
    while True:
        hands.settle()
        time.sleep(0.02)
"""


def test_what_stood_in_an_open_form_is_there_after_a_kill(fresh_folder, tmp_path, tally):
    folder = fresh_folder()
    script = tmp_path / "officer.py"
    script.write_text(textwrap.dedent(TYPING), "utf-8")
    child = subprocess.Popen(
        [sys.executable, str(script), str(folder.root)],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout.readline() == "typed\n"
        drafts = Drafts(folder.drafts)
        for _ in range(1000):
            if drafts.left_over():
                break
            child.poll()
            assert child.returncode is None
            subprocess.run(["sleep", "0.02"], check=True)
    finally:
        child.kill()
        child.wait()
    [kept] = drafts.left_over()
    assert kept.page == "members"
    assert kept.typed["full_name"] == "Nguyễn Văn Đang Gõ"
    with open_branch(folder) as store:
        assert store.path.exists()
    assert drafts.left_over() == [kept]
    tally("A1", "kill −9 with a form open", 1, "what was typed is offered again")
