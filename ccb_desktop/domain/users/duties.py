"""Who may do what: the duties of each role, and the duty that each kind of record needs.

Checked where every write passes, so that no window and no command can forget it. Roles keep
duties apart; they are no wall against somebody who has the key and technical skill.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ccb_desktop.domain.changes import BESIDE
from ccb_desktop.domain.errors import Forbidden
from ccb_desktop.domain.users.labels import ROLE
from ccb_desktop.domain.users.users import Role, User


class Duty(StrEnum):
    """A field of work that belongs to a role."""

    USERS = "USERS"
    """Users, their roles and passwords, and whether the books are encrypted."""
    RESTORE = "RESTORE"
    LOCKS = "LOCKS"
    """Locking a month or year of the cash books, and unlocking it."""
    VOIDS = "VOIDS"
    """Vouchers that reverse others."""
    ERASURE = "ERASURE"
    """Erasing the personal data of somebody who has left."""
    SETTINGS = "SETTINGS"
    PEOPLE = "PEOPLE"
    MONEY = "MONEY"
    VISITS = "VISITS"
    WORK = "WORK"
    """Tasks, activities, emulation."""
    PAPERS = "PAPERS"
    """Reports, documents, forms, submissions, imports."""
    INSPECTION = "INSPECTION"


DUTIES: Mapping[Role, frozenset[Duty]] = {
    Role.CHAIRMAN: frozenset(
        {*(Duty.USERS, Duty.RESTORE, Duty.LOCKS, Duty.VOIDS), Duty.ERASURE, Duty.SETTINGS}
    ),
    Role.VICE_CHAIRMAN: frozenset({Duty.INSPECTION}),
    Role.CLERK: frozenset({*(Duty.PEOPLE, Duty.VISITS, Duty.WORK), Duty.PAPERS, Duty.SETTINGS}),
    Role.TREASURER: frozenset({Duty.MONEY}),
    Role.READER: frozenset(),
}

OFFICE: Mapping[Duty, Role] = {
    duty: role for role in reversed(tuple(DUTIES)) for duty in DUTIES[role]
}
"""Duty → the role whose office it is, first of all."""

_KINDS: Mapping[Duty, frozenset[str]] = {
    Duty.USERS: frozenset({"users"}),
    Duty.LOCKS: frozenset({"period_locks"}),
    Duty.ERASURE: frozenset({"erasures"}),
    Duty.SETTINGS: frozenset(
        {*("settings", "codes", "own_fields", "charter_switches"), "holidays", "terms"}
    ),
    Duty.PEOPLE: frozenset(
        {
            *("persons", "policies", "memberships", "membership_events", "posts", "own_values"),
            *("households", "household_years", "exemption_reports", "attached_files"),
            *("person_merges", "not_doubles", "units", "unit_names", "relatives"),
        }
    ),
    Duty.MONEY: frozenset(
        {
            *("funds", "vouchers", "cash_counts", "attached_files", "bank_loan_counts"),
            *("dues_rates", "dues_exemptions", "dues_hand_ins", "dues_payments"),
            *("campaigns", "campaign_targets", "contributions"),
            *("loans", "repayments", "loan_extensions"),
        }
    ),
    Duty.VISITS: frozenset(
        {
            *("visits", "gift_rounds", "round_recipients", "usual_amounts", "illnesses"),
            *("housing_supports", "housing_sources", "relatives", "death_cases"),
            "commemorative_days",
        }
    ),
    Duty.WORK: frozenset(
        {
            *("key_tasks", "task_items", "assignments", "progress_steps", "commitments"),
            *("settled_overlaps", "activities", "attendances", "attached_files"),
            *("grading_years", "member_results", "unit_ratings", "score_criteria"),
            *("unit_scores", "awards", "disciplines", "nominations"),
        }
    ),
    Duty.PAPERS: frozenset(
        {
            *("manual_figures", "report_texts", "import_batches", "import_mappings"),
            *("documents", "frozen_reports", "report_duties", "submissions"),
            *("package_signers", "received_packages", "superior_forms", "form_blanks"),
            *("form_fillings", "own_templates", "attached_files"),
        }
    ),
    Duty.INSPECTION: frozenset({*("cash_counts", "activities", "attendances", "attached_files")}),
}

DOING: Mapping[Duty, str] = {
    Duty.USERS: "Quản lý người dùng và mã hóa sổ",
    Duty.RESTORE: "Phục hồi số liệu từ bản sao lưu",
    Duty.LOCKS: "Khóa sổ, mở khóa sổ",
    Duty.VOIDS: "Hủy phiếu đã ghi sổ",
    Duty.ERASURE: "Xóa dữ liệu cá nhân của người đã rời Hội",
    Duty.SETTINGS: "Sửa thông tin của Hội và danh mục",
    Duty.PEOPLE: "Ghi hồ sơ, hội viên, chi hội",
    Duty.MONEY: "Ghi thu, chi, hội phí, vay vốn",
    Duty.VISITS: "Ghi thăm hỏi, quà, nhà ở",
    Duty.WORK: "Ghi nhiệm vụ, hoạt động, thi đua",
    Duty.PAPERS: "Lập, chốt, gửi văn bản và nhập từ tệp",
    Duty.INSPECTION: "Ghi kiểm tra, kiểm kê quỹ",
}
"""Duty → how it is told whose it is."""

EVERYBODY = frozenset({"saved_views", "personal_exports"}) | BESIDE
"""Kinds of records that whoever works with the books leaves.

Whose it is to change what lies beside them is asked where that is done: everybody's own
password, the chairman's all the rest.
"""

DUTIES_OF: Mapping[str, frozenset[Duty]] = {
    kind: frozenset(duty for duty, kinds in _KINDS.items() if kind in kinds)
    for kind in frozenset().union(*_KINDS.values())
}
"""Kind of record → the duties any of which lets one change it."""

_GO_WITH_MONEY = frozenset(
    {
        *(_KINDS[Duty.VISITS]),
        *("activities", "import_batches", "import_mappings", "persons", "units", "unit_names"),
    }
)
# A payment writes what it pays for into the visit book, and a sheet of dues names its payers.


def duties_of(user: User | None) -> frozenset[Duty]:
    """What a user may do; without users one unnamed officer does all."""
    if user is None:
        return frozenset(Duty)
    return frozenset().union(*(DUTIES[role] for role in user.roles))


def check_kinds(user: User | None, kinds: Iterable[str], *, only_voids: bool) -> None:
    """See that a user may make the change that an act has made.

    Args:
        user: Who did it; nobody where the branch has no users.
        kinds: Kinds of records (tables) that it touched.
        only_voids: It posted vouchers, and each reverses another one.

    Raises:
        Forbidden: It is the duty of somebody else.
    """
    held, touched = duties_of(user), frozenset(kinds) - EVERYBODY
    if touched & _KINDS[Duty.ERASURE]:  # it reaches into every book
        _see(user, frozenset({Duty.ERASURE}), held)
        return
    money = touched & _KINDS[Duty.MONEY]
    if only_voids:
        _see(user, frozenset({Duty.VOIDS}), held)
        touched -= _KINDS[Duty.MONEY] | _GO_WITH_MONEY
    elif money and Duty.MONEY in held:
        touched -= _GO_WITH_MONEY
    for kind in sorted(touched):
        _see(user, DUTIES_OF[kind], held)


def check_duty(user: User | None, duty: Duty) -> None:
    """See that a user may do what leaves no record, such as restoring a backup.

    Raises:
        Forbidden: It is the duty of somebody else.
    """
    _see(user, frozenset({duty}), duties_of(user))


def _see(user: User | None, needed: frozenset[Duty], held: frozenset[Duty]) -> None:
    if user is None or needed & held:
        return
    duty = next(one for one in Duty if one in needed)
    raise Forbidden(
        f"{DOING[duty]} là việc của {ROLE[OFFICE[duty]]}; {user.name} đang đăng nhập không có "
        f"vai trò ấy. Sổ không đổi. Nhờ {ROLE[OFFICE[duty]]} đăng nhập rồi làm việc này."
    )
