"""What is told of a head that does not stand well."""

from dataclasses import replace

from ccb_desktop.operations.head_sample import head_warning, write_head_sample
from tests.conftest import BRANCH


def test_only_names_that_do_not_fit_are_told(store, tmp_path):
    assert head_warning(BRANCH) == ""
    long = replace(BRANCH, parent="Hội Cựu chiến binh " + "thành phố Hồ Chí Minh " * 4)
    assert "HỘI CỰU CHIẾN BINH THÀNH PHỐ" in head_warning(long)
    assert write_head_sample(store, long, tmp_path / "a.docx").exists()
