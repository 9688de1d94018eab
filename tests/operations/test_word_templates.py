"""The branch's own templates: changed in Word, checked, kept, put aside, undone, carried along."""

import shutil
from pathlib import Path

import pytest
from docx import Document

from ccb_desktop.domain.errors import BadFile, Conflict
from ccb_desktop.domain.templates.lines import TemplateState
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.operations.word_templates import (
    back_to_shipped,
    copy_for_change,
    list_templates,
    shipped,
    take_in,
    take_saved,
    template_of,
    use_again,
)

NAME = "the-mung-tho.docx"


def change(path, line):
    """What somebody does in Word: one more paragraph, saved."""
    document = Document(str(path))
    document.add_paragraph(line)
    document.save(str(path))
    return path.read_bytes()


def changed(store, line="Mẫu riêng của {{ issuer_name }}"):
    return change(copy_for_change(store, NAME), line)


def line_of(store):
    return next(line for line in list_templates(store) if line.template.name == NAME)


def test_the_programs_template_is_used_until_there_is_another(store):
    assert template_of(store, NAME) == shipped(NAME)
    copy_for_change(store, NAME)
    assert template_of(store, NAME) == shipped(NAME)
    assert line_of(store).state is TemplateState.SHIPPED
    assert line_of(store).is_open


def test_what_is_saved_in_word_is_used_and_kept_in_the_store(store):
    content = changed(store)
    assert line_of(store).state is TemplateState.OWN
    assert template_of(store, NAME).read_bytes() == content
    assert list_actions(store)[0].label == "Dùng mẫu Word đã sửa: Thẻ mừng thọ"
    shutil.rmtree(store.folder.templates)
    assert template_of(store, NAME).read_bytes() == content


def test_a_fault_is_refused_with_every_place_and_never_used_in_silence(store):
    changed(store, "{{ ho_ten }} {{ nam_sinh }}")
    with pytest.raises(BadFile) as refused:
        template_of(store, NAME)
    for said in ("Thẻ mừng thọ", "“ho_ten”", "“nam_sinh”", "dùng lại mẫu của chương trình"):
        assert said in str(refused.value)
    line = line_of(store)
    assert line.state is TemplateState.REFUSED
    assert len(line.faults) == 2
    assert "2 chỗ" in line.told
    assert take_saved(store) is None


def test_a_file_that_is_no_word_file_is_refused(store):
    copy_for_change(store, NAME).write_bytes(b"no word")
    with pytest.raises(BadFile, match="không phải tệp Word"):
        template_of(store, NAME)
    assert line_of(store).problem


def test_back_to_the_programs_and_again_to_the_own(store):
    content = changed(store)
    template_of(store, NAME)
    back_to_shipped(store, NAME)
    assert template_of(store, NAME) == shipped(NAME)
    assert line_of(store).is_aside
    with pytest.raises(Conflict):
        back_to_shipped(store, NAME)
    use_again(store, NAME)
    assert template_of(store, NAME).read_bytes() == content
    with pytest.raises(Conflict):
        use_again(store, NAME)


def test_back_to_the_programs_is_undone(store):
    content = changed(store)
    act = back_to_shipped(store, NAME)
    undo(store, act.action_id)
    assert template_of(store, NAME).read_bytes() == content


def test_a_faulty_one_put_aside_is_not_lost(store):
    content = changed(store, "{{ ho_ten }}")
    act = back_to_shipped(store, NAME)
    assert template_of(store, NAME) == shipped(NAME)
    with pytest.raises(BadFile, match="ho_ten"):
        use_again(store, NAME)
    assert template_of(store, NAME) == shipped(NAME)
    undo(store, act.action_id)
    assert template_of(store, NAME).read_bytes() == content
    assert line_of(store).state is TemplateState.REFUSED


def test_taking_in_is_undone_though_the_file_lies_there(store, tmp_path):
    brought = tmp_path / "mẫu của tỉnh.docx"
    shutil.copyfile(shipped(NAME), brought)
    content = change(brought, "Của tỉnh: {{ issuer_name }}")
    act = take_in(store, NAME, brought)
    assert template_of(store, NAME).read_bytes() == content
    undo(store, act.action_id)
    assert template_of(store, NAME) == shipped(NAME)
    assert line_of(store).state is TemplateState.SHIPPED
    assert copy_for_change(store, NAME).read_bytes() == shipped(NAME).read_bytes()


def test_what_is_brought_is_checked_before_anything_changes(store, tmp_path):
    brought = tmp_path / "mau.docx"
    shutil.copyfile(shipped(NAME), brought)
    change(brought, "{{ la }}")
    with pytest.raises(BadFile, match="“la”"):
        take_in(store, NAME, brought)
    brought.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(BadFile, match=r"Không dùng “mau\.docx” làm mẫu"):
        take_in(store, NAME, brought)
    assert template_of(store, NAME) == shipped(NAME)
    assert not store.folder.templates.exists()


def test_templates_travel_with_a_backup(store, tmp_path):
    content = changed(store)
    made = backups.back_up(store, tmp_path)
    store.close()
    change(store.folder.templates / NAME, "sửa sau khi sao lưu")
    backups.restore(store.folder, made)
    assert not store.folder.templates.exists()
    with open_branch(store.folder) as again:
        assert template_of(again, NAME).read_bytes() == content
    assert [p.name for p in Path(store.folder.set_aside).glob("mau-van-ban*/*")] == [NAME]


def test_a_fault_stands_in_the_way_of_no_backup(store, tmp_path):
    changed(store, "{{ la }}")
    assert backups.back_up(store, tmp_path).exists()


def test_a_word_file_that_fills_in_nothing_and_one_too_large_are_refused(store, tmp_path):
    plain = tmp_path / "bao-cao.docx"
    Document().save(str(plain))
    with pytest.raises(BadFile, match="không có ô điền"):
        take_in(store, NAME, plain)
    large = tmp_path / "lon.docx"
    with large.open("wb") as file:
        file.truncate(3 * 1024**3)
    with pytest.raises(BadFile, match="quá mức 60 MB"):
        take_in(store, NAME, large)
    assert template_of(store, NAME) == shipped(NAME)


def test_every_change_saved_in_word_is_taken_in_at_once(store):
    content = changed(store)
    change = take_saved(store)
    assert change.label == "Dùng mẫu Word đã sửa: Thẻ mừng thọ"
    assert template_of(store, NAME).read_bytes() == content
