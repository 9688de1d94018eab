"""The tab Chức danh: the posts a person holds and held."""

from dataclasses import replace
from typing import Any

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD, POST_SCOPE
from ccb_desktop.domain.members.units import Post, PostScope, UnitKind
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.operations.members.units import remove_post, save_post
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.person_tab import PersonTab
from ccb_desktop.ui.members.words import RosterWords

_FIELDS = ("title", "scope", "unit_id", "organisation", "from_on", "to_on", "elected", "note")
_ELECTED = {True: "Được bầu", False: "Được chỉ định", None: ""}
_UNIT_KINDS = (UnitKind.BRANCH, UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB)


class PostsList(PersonTab):
    """Posts in the Hội and outside it, with the time they were held."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self.table: RecordTable[Post] = RecordTable(
            "person-posts",
            _columns(words),
            id_of=lambda post: post.id,
            acts=[
                Act("Thêm chức danh", lambda _none: self._edit(None), needs="none", icon="add"),
                Act("Sửa chức danh", lambda p: self._edit(p[0]), icon="edit", main=True),
                Act("Bỏ chức danh", lambda p: self._remove(p[0]), icon="delete", shortcut="Delete"),
            ],
            noun="chức danh",
            empty=EmptyText(
                "Chưa ghi chức danh nào", "Ghi cả chức vụ Hội lẫn chức danh ở Đảng, chính quyền."
            ),
            brief=5,
        )
        self.body.addWidget(self.table)
        self.refresh()

    def refresh(self) -> None:
        """Posts still held first, then the latest."""
        held = [post for post in self.file.posts if post.held_on(self.words.on)]
        self.table.set_lines([*held, *(post for post in self.file.posts if post not in held)])

    def _edit(self, post: Post | None) -> None:
        form = Form()
        form.add(_fields(self.words, post))
        if post is not None:
            form.set_values({name: getattr(post, name) for name in _FIELDS})

        def keep(values: dict[str, Any], form_id: str) -> Change:
            known = post or Post(title=values["title"], person_id=self.person_id)
            return save_post(self.store, replace(known, **values), form_id)

        title = "Sửa chức danh" if post else "Thêm chức danh"
        self.open(FormDialog(self, title, form, keep, intro=self.file.person.full_name))

    def _remove(self, post: Post) -> None:
        self.do(lambda: remove_post(self.store, post))


def _fields(words: RosterWords, post: Post | None) -> list[Field]:
    units = [unit for kind in _UNIT_KINDS for unit in words.standing_units(kind)]
    held_in = words.unit(post.unit_id) if post else None
    if held_in is not None and held_in not in units:
        units.append(held_in)
    scopes = [(scope, text) for scope, text in POST_SCOPE.items()]
    scope = ChoiceField("scope", FIELD["scope"], scopes, required=True)
    scope.set_value(PostScope.HOI)
    return [
        SuggestField(
            "title", FIELD["title"], among(words.offered_texts("POST_TITLE")), required=True
        ),
        scope,
        ChoiceField(
            "unit_id",
            "Ở đơn vị nào của Hội",
            [(unit.id, words.unit_name(unit.id)) for unit in units],
            none="Cấp Hội cơ sở, hoặc ngoài Hội",
        ),
        TextField("organisation", FIELD["organisation"], hint="Khi giữ chức ở ngoài Hội"),
        DateField("from_on", FIELD["from_on"]),
        DateField("to_on", FIELD["to_on"], hint="Để trống nếu đang giữ"),
        YesNoField("elected", FIELD["elected"], yes=_ELECTED[True], no=_ELECTED[False]),
        TextField("note", FIELD["note"]),
    ]


def _columns(words: RosterWords) -> list[Column[Post]]:
    def place(post: Post) -> str:
        return words.unit_name(post.unit_id) or post.organisation

    return [
        Column("title", FIELD["title"], lambda p: p.title, width=20),
        Column("scope", FIELD["scope"], lambda p: POST_SCOPE[p.scope], width=12),
        Column("place", "Nơi giữ chức", place, width=22),
        Column("from_on", FIELD["from_on"], lambda p: printed(p.from_on), width=10),
        Column("to_on", FIELD["to_on"], lambda p: printed(p.to_on), width=10),
        Column("elected", "Bầu, chỉ định", lambda p: _ELECTED[p.elected], width=12),
        Column("note", FIELD["note"], lambda p: p.note, width=12),
    ]
