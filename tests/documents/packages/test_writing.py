"""Packages are written from the first byte to the last, on media with too little room too."""

import zipfile

import pytest

from ccb_desktop.documents.packages.opening import opened
from ccb_desktop.domain.errors import ReadOnly
from tests import packages

resource = pytest.importorskip("resource", reason="only this system can bound a file for a test")


@pytest.fixture
def little_room():
    """Bounds what a file may hold, as a full stick does in the midst of writing."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def bound(size):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))

    yield bound
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("password", ["", "1952"])
@pytest.mark.parametrize("room", [0, 30, 2000, 9000, 30_000])
def test_a_write_that_the_system_refuses_is_told_and_leaves_nothing(
    tmp_path, little_room, password, room
):
    packing = packages.packing_of(
        tmp_path / "nguon", {"a.txt": "a" * 20_000, "b.txt": "b" * 20_000}
    )
    stick = tmp_path / "usb"
    stick.mkdir()
    little_room(room)
    with pytest.raises(ReadOnly, match="còn nguyên"):
        packages.write_zip(packing, stick / "goi.zip", password, lambda *_: None)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("password", ["", "1952"])
def test_other_programs_find_every_file_in_its_place(tmp_path, password):
    path = packages.make_zip(tmp_path, {"a.txt": "một", "b.txt": ""}, password)
    with zipfile.ZipFile(path) as package:
        names = ["manifest.json", "manifest.sig", "a.txt", "b.txt"]
        assert package.namelist() == names
        assert password or package.testzip() is None
    with opened(path, password) as package:
        assert [package.read(name).decode() for name in names[2:]] == ["một", ""]
