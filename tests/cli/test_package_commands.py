"""The commands submit and verify-package, with their exit codes."""

import json

import pytest

from ccb_desktop.cli.run import run


@pytest.fixture
def call(data_folder, capsys):
    def call(*words):
        code = run([*map(str, words), "--data-dir", str(data_folder.root)])
        return code, *capsys.readouterr()

    return call


def test_a_package_is_handed_up_and_verified(call, tmp_path):
    (tmp_path / "mk.txt").write_text("Mật khẩu 1952\n", encoding="utf-8")
    out = tmp_path / "ra"
    secret = ("--password-file", tmp_path / "mk.txt")
    code, said, _ = call("submit", "--period", "2026-H1", "--to", out, *secret, "--json")
    assert code == 0
    told = json.loads(said)
    [path] = told["files"]
    assert told["checked"] is True
    assert path.endswith("Goi-BC-6T-2026_Phuong-An-Binh_2026-06-30.zip")
    code, said, _ = call("verify-package", path, *secret, "--json")
    assert (code, json.loads(said)["signer"]["known"]) == (0, "own")
    assert call("verify-package", path)[0] == 1
    code, said, _ = call(
        *("submit", "--period", "2026-H1", "--to", out, "--zip", "--eml", "hoi@tinh.vn")
    )
    assert code == 0
    assert "_2.eml" in said
    assert "Không có gì thay đổi so với lần gửi ngày" in said


def test_a_changed_byte_is_damage_and_a_foreign_signer_is_said(call, tmp_path, capsys):
    call("submit", "--period", "2026-H1", "--to", tmp_path)
    [folder] = tmp_path.glob("Goi-*")
    elsewhere = ["verify-package", str(folder), "--data-dir", str(tmp_path / "khac")]
    assert run(elsewhere) == 0
    assert "nơi gửi chưa biết" in capsys.readouterr().out
    report = next(folder.glob("*.docx"))
    content = bytearray(report.read_bytes())
    content[-1] ^= 1
    report.write_bytes(content)
    code, said, error = call("verify-package", folder)
    assert (code, said) == (3, "")
    assert report.name in error
    assert call("verify-package", tmp_path / "khong-co.zip")[0] == 1
    assert call("submit", "--period", "2026-H1", "--to", tmp_path, "--eml", "sai")[0] == 1
    assert call("verify-package", folder, "--password-file", tmp_path / "khong.txt")[0] == 1
