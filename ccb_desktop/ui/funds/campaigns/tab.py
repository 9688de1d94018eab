"""The tab Vận động: the campaigns, and the one that is open."""

from collections.abc import Sequence
from datetime import date

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
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords, load_fund_words
from ccb_desktop.ui.kit.opening_tab import OpeningTab, Reading
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen

_CAMPAIGN, _GIFT, _LIST = "campaign", "gift", "donor-list"  # kinds of drafts


class CampaignsTab(OpeningTab[CampaignLine, CampaignFile]):
    """Campaigns are listed; one of them is opened in place of the list."""

    id = "campaigns"
    title = "Vận động"
    help_page = "campaigns"
    kinds = frozenset(
        {"campaigns", "campaign_targets", "contributions", "vouchers", "units", "unit_names"}
    )
    forms = frozenset({_CAMPAIGN, _GIFT, _LIST})

    def __init__(self, desk: Desk, store: Store) -> None:
        reading = Reading("Đang đọc các đợt vận động", self._read_lines, self._read_one)
        super().__init__(desk, store, "funds", reading, self._reopen)
        self._vouchers = VoucherActs(self, desk, store)
        self.view = CampaignView(desk, store, self._doing())
        self.view.left.connect(self.leave)
        self.put_in_turn(self._table(), self.view, self.view.show_file)

    def _table(self) -> RecordTable[CampaignLine]:
        return RecordTable(
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
            state=self.desk.state,
            on_export=self._export,
        )

    def _read_lines(self) -> list[CampaignLine]:
        """Every campaign, as far as it has come today."""
        return campaigns.list_lines(self.store, date.today())

    def _read_one(self, record_id: int) -> CampaignFile:
        """A campaign with its gifts, as it stands today."""
        return campaigns.open_campaign(self.store, record_id, date.today())

    # Building

    def _acts(self) -> list[Act[CampaignLine]]:
        return [
            Act("Mở", self._open, icon="open", main=True, reads=True),
            Act("Lập đợt vận động", lambda _none: self.begin_campaign(), needs="none", icon="add"),
            Act("Sửa", lambda some: self._correct(some[0].campaign), icon="edit"),
            Act("Giao chỉ tiêu", lambda some: self._targets(some[0].campaign), icon="tasks"),
            Act(
                "Bỏ", self._remove, icon="delete", allowed=lambda some: not some[0].collected.gifts
            ),
        ]

    def _doing(self) -> Doing:
        return Doing(
            give=lambda: self.safely(lambda: self._give(self._campaign())),
            give_list=lambda: self.safely(lambda: self._give_list(self._campaign())),
            correct=lambda line: self.safely(lambda: self._correct_gift(line)),
            remove=self._remove_gifts,
            void=self._void,
            see_receipt=lambda line: self._vouchers.view(line.gift.voucher_id or 0),
            set_targets=lambda: self.safely(lambda: self._targets(self._campaign())),
            correct_campaign=lambda: self.safely(lambda: self._correct(self._campaign())),
            pay_out=lambda: self.safely(self._pay_out),
        )

    # Campaigns

    def begin_campaign(self) -> None:
        """Ask for a new campaign."""
        self._opened(campaign_dialog(self, self.store, self._words()), _CAMPAIGN)

    def _open(self, lines: Sequence[CampaignLine]) -> None:
        self.open_record(lines[0].campaign.id)

    def _correct(self, campaign: Campaign) -> FormDialog:
        dialog = campaign_dialog(self, self.store, self._words(), campaign)
        return self._opened(dialog, _CAMPAIGN, campaign.id)

    def _targets(self, campaign: Campaign) -> None:
        others = [one for one in campaigns.list_campaigns(self.store) if one.id != campaign.id]
        dialog = TargetsDialog(self, self.store, self._words(), campaign, others)
        self._opened(dialog)

    def _remove(self, lines: Sequence[CampaignLine]) -> None:
        self.do(lambda: campaigns.remove_campaign(self.store, lines[0].campaign.id or 0))

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
        self.do(lambda: contributions.remove_contributions(self.store, ids))

    def _void(self, lines: Sequence[GiftLine]) -> None:
        ids = [line.gift.id or 0 for line in lines]
        self.safely(lambda: self._opened(void_dialog(self, self.store, ids)))

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

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, "Các đợt vận động", seen)
