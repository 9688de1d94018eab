"""The tab Vận động: the campaigns, and the one that is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QStackedWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import NotFound, UserError
from ccb_desktop.domain.funds.campaigns import Campaign
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import campaigns, contributions
from ccb_desktop.operations.funds.campaigns import CampaignFile, CampaignLine
from ccb_desktop.ui.funds.campaigns.campaign_dialog import campaign_dialog
from ccb_desktop.ui.funds.campaigns.campaign_view import CampaignView, Doing
from ccb_desktop.ui.funds.campaigns.donor_list_dialog import DonorListDialog
from ccb_desktop.ui.funds.campaigns.gift_dialog import GiftDialog
from ccb_desktop.ui.funds.campaigns.lines import GiftLine, campaign_columns
from ccb_desktop.ui.funds.campaigns.targets_dialog import TargetsDialog
from ccb_desktop.ui.funds.campaigns.void_dialog import void_dialog
from ccb_desktop.ui.funds.voucher_acts import VoucherActs
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords, load_fund_words
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen

_CAMPAIGN, _GIFT, _LIST = "campaign", "gift", "donor-list"  # kinds of drafts
_PAGE = "funds"


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker has read."""

    lines: list[CampaignLine]
    file: CampaignFile | None


class CampaignsTab(PageTab):
    """Campaigns are listed; one of them is opened in place of the list."""

    id = "campaigns"
    title = "Vận động"
    kinds = frozenset(
        {"campaigns", "campaign_targets", "contributions", "vouchers", "units", "unit_names"}
    )
    forms = frozenset({_CAMPAIGN, _GIFT, _LIST})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._open_id: int | None = None
        self._vouchers = VoucherActs(self, desk, store)
        self.table: RecordTable[CampaignLine] = RecordTable(
            "campaigns",
            campaign_columns(),
            id_of=lambda line: line.campaign.id,
            acts=self._acts(),
            noun="đợt",
            empty=EmptyText(
                "Chưa có đợt vận động nào",
                "Lập một đợt, giao chỉ tiêu cho các chi hội, rồi ghi người ủng hộ.",
                "Lập đợt đầu tiên",
                self.begin_campaign,
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.view = CampaignView(desk, store, self._doing())
        self.view.left.connect(self.leave)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.view)
        self.body.addWidget(self._stack, 1)

    def refresh(self) -> None:
        """Read the campaigns again, and the open one."""
        open_id = self._open_id
        self.desk.background.run(
            lambda _progress: self._read(open_id),
            self._show,
            label="Đang đọc các đợt vận động",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Open the campaign that somebody came here for, or the form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self._safely(lambda: self._reopen(draft))
        elif place.record_id is not None:
            self._open_id = place.record_id
            self.refresh()

    def leave(self) -> None:
        """Back to the list."""
        self._open_id = None
        self._stack.setCurrentWidget(self.table)
        self.table.view.setFocus()

    # Reading

    def _read(self, open_id: int | None) -> _Read:
        today = date.today()
        file = None
        if open_id is not None:
            try:
                file = campaigns.open_campaign(self.store, open_id, today)
            except NotFound:
                file = None
        return _Read(campaigns.list_lines(self.store, today), file)

    def _show(self, found: _Read) -> None:
        self.table.set_lines(found.lines)
        if found.file is None:
            self._open_id = None
            self._stack.setCurrentWidget(self.table)
        elif found.file.progress.campaign.id == self._open_id:
            self.view.show_file(found.file)
            self._stack.setCurrentWidget(self.view)

    # Building

    def _acts(self) -> list[Act[CampaignLine]]:
        return [
            Act("Mở", self._open, icon="open", main=True),
            Act("Lập đợt vận động", lambda _none: self.begin_campaign(), needs="none", icon="add"),
            Act("Sửa", lambda some: self._correct(some[0].campaign), icon="edit"),
            Act("Giao chỉ tiêu", lambda some: self._targets(some[0].campaign), icon="tasks"),
            Act(
                "Bỏ", self._remove, icon="delete", allowed=lambda some: not some[0].collected.gifts
            ),
        ]

    def _doing(self) -> Doing:
        return Doing(
            give=lambda: self._safely(lambda: self._give(self._campaign())),
            give_list=lambda: self._safely(lambda: self._give_list(self._campaign())),
            correct=lambda line: self._safely(lambda: self._correct_gift(line)),
            remove=self._remove_gifts,
            void=self._void,
            see_receipt=lambda line: self._vouchers.view(line.gift.voucher_id or 0),
            set_targets=lambda: self._safely(lambda: self._targets(self._campaign())),
            correct_campaign=lambda: self._safely(lambda: self._correct(self._campaign())),
            pay_out=lambda: self._safely(self._pay_out),
        )

    # Campaigns

    def begin_campaign(self) -> None:
        """Ask for a new campaign."""
        self._opened(campaign_dialog(self, self.store, self._words()), _CAMPAIGN)

    def _open(self, lines: Sequence[CampaignLine]) -> None:
        self._open_id = lines[0].campaign.id
        self.refresh()

    def _correct(self, campaign: Campaign) -> FormDialog:
        dialog = campaign_dialog(self, self.store, self._words(), campaign)
        return self._opened(dialog, _CAMPAIGN, campaign.id)

    def _targets(self, campaign: Campaign) -> None:
        others = [one for one in campaigns.list_campaigns(self.store) if one.id != campaign.id]
        dialog = TargetsDialog(self, self.store, self._words(), campaign, others)
        self._opened(dialog)

    def _remove(self, lines: Sequence[CampaignLine]) -> None:
        self._do(lambda: campaigns.remove_campaign(self.store, lines[0].campaign.id or 0))

    # Gifts

    def _give(self, campaign: Campaign) -> FormDialog:
        dialog = GiftDialog(self, self.desk, self.store, self._words(), campaign)
        return self._opened(dialog, _GIFT, campaign.id)

    def _give_list(self, campaign: Campaign) -> FormDialog:
        dialog = DonorListDialog(self, self.desk, self.store, self._words(), campaign)
        return self._opened(dialog, _LIST, campaign.id)

    def _correct_gift(self, line: GiftLine) -> None:
        words, campaign = self._words(), self._campaign()
        self._opened(GiftDialog(self, self.desk, self.store, words, campaign, line.gift))

    def _remove_gifts(self, lines: Sequence[GiftLine]) -> None:
        ids = [line.gift.id or 0 for line in lines]
        self._do(lambda: contributions.remove_contributions(self.store, ids))

    def _void(self, lines: Sequence[GiftLine]) -> None:
        ids = [line.gift.id or 0 for line in lines]
        self._safely(lambda: self._opened(void_dialog(self, self.store, ids)))

    def _pay_out(self) -> None:
        campaign = self._campaign()
        self._vouchers.write(VoucherKind.PAYMENT, campaign.fund_id, campaign.id)

    # Windows

    def _reopen(self, draft: Draft) -> None:
        """Go on with a form that a crash had closed."""
        if draft.kind == _CAMPAIGN and draft.subject is None:
            dialog = self._opened(campaign_dialog(self, self.store, self._words()), _CAMPAIGN)
        else:
            campaign = self._campaign(draft.subject)
            build = {_CAMPAIGN: self._correct, _GIFT: self._give, _LIST: self._give_list}
            dialog = build[draft.kind](campaign)
        dialog.take_draft(draft)

    def _campaign(self, campaign_id: int | None = None) -> Campaign:
        wanted = campaign_id or self._open_id or 0
        return campaigns.open_campaign(self.store, wanted, date.today()).progress.campaign

    def _words(self) -> FundWords:
        return load_fund_words(self.store, date.today())

    def _opened(self, dialog: FormDialog, kind: str = "", subject: int | None = None) -> FormDialog:
        if kind:
            dialog.keep_drafts(self.desk.drafts, page=_PAGE, kind=kind, subject=subject)
        dialog.saved.connect(self.desk.broadcast.send)
        dialog.open()
        return dialog

    def _do(self, act: Callable[[], Change]) -> None:
        self._safely(lambda: self.desk.broadcast.send(act()))

    def _safely(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            messages.tell(self, error)

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, "Các đợt vận động", seen)
