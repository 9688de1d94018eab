"""Faults of templates in words."""

from ccb_desktop.domain.templates.faults import FaultKind, TemplateFault, faults_told


def test_a_fault_says_where_what_and_what_may_have_been_meant():
    fault = TemplateFault(FaultKind.UNKNOWN, "đoạn 3", "Ông {{ ho_ten }}", "ho_ten", ("full_name",))
    assert fault.told == "đoạn 3: không có trường “ho_ten” (có phải full_name?)"
    assert faults_told([fault]) == f"- {fault.told}, ở chỗ: “Ông {{{{ ho_ten }}}}”"


def test_every_kind_of_fault_has_words():
    for kind in FaultKind:
        said = TemplateFault(kind, "đoạn 1", "", "tên").told
        assert said.startswith("đoạn 1: ")
        assert len(said) > len("đoạn 1: ")


def test_of_many_faults_the_first_are_told_and_the_rest_counted():
    many = [TemplateFault(FaultKind.UNCLOSED, f"đoạn {n}", "x" * 200) for n in range(1, 9)]
    lines = faults_told(many).splitlines()
    assert len(lines) == 6
    assert lines[-1] == "- và 3 chỗ nữa"
    assert all(len(line) < 180 for line in lines)
