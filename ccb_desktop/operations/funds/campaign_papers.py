"""Papers of campaigns: lists of donors, the sheet for the board, progress, certificates."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.funds import campaigns
from ccb_desktop.data.members import people, units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.word.donor_board import write_donor_board
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.fund_papers import campaign_table as progress_paper
from ccb_desktop.domain.fund_papers import donor_list as donor_paper
from ccb_desktop.domain.fund_papers.certificates import LABEL, TEMPLATE, certificate_texts
from ccb_desktop.domain.fund_papers.donor_board import donor_board
from ccb_desktop.domain.funds.campaign_progress import progress
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution
from ccb_desktop.domain.funds.donors import Donor, DonorOrder, donors_of
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import ListPaper, file_name
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.operations.list_files import write_paper
from ccb_desktop.operations.personal_exports import leaving
from ccb_desktop.operations.word_templates import template_of


@dataclass(frozen=True, slots=True)
class _Thanked:
    """One campaign with its donors as they stand on a day."""

    branch: Branch
    campaign: Campaign
    donors: list[Donor]


def donor_list(session: Session, source: ListSource) -> ListPaper:
    """Everybody who gave in the period of the list, to any campaign."""
    order = source.order
    gifts = [
        gift
        for gift in campaigns.list_contributions(session)
        if gift.counts_on(order.on) and gift.given_on >= order.begins_on
    ]
    known = {one.id or 0: one for one in campaigns.list_campaigns(session)}
    return donor_paper.donor_list(source, donors_of(gifts, _names(session, order.on)), known)


def campaign_table(session: Session, source: ListSource) -> ListPaper:
    """How far every campaign has come on the day of the list; the untouched are left out."""
    on = source.order.on
    targets, gifts = campaigns.list_targets(session), campaigns.list_contributions(session)
    every = units.list_units(session)
    by_campaign: defaultdict[int, list[Contribution]] = defaultdict(list)
    for gift in gifts:
        by_campaign[gift.campaign_id].append(gift)
    found = [
        progress(one, targets, by_campaign[one.id or 0], every, on)
        for one in campaigns.list_campaigns(session)
    ]
    return progress_paper.campaign_table(source, found, _names(session, on))


def _names(session: Session, on: date) -> dict[int, str]:
    return {unit.id: unit.name_on(on) for unit in units.list_units(session) if unit.id is not None}


def donors_now(store: Store, campaign_id: int, order: DonorOrder, on: date) -> list[Donor]:
    """Who gave to a campaign by a day.

    Raises:
        NotFound: The campaign is not there any more.
    """
    with store.reading() as session:
        return _thanked(session, campaign_id, order, on).donors


def _thanked(session: Session, campaign_id: int, order: DonorOrder, on: date) -> _Thanked:
    campaign = campaigns.load_campaign(session, campaign_id)
    counted: Sequence[Contribution] = [
        gift for gift in campaigns.list_contributions(session, campaign_id) if gift.counts_on(on)
    ]
    donors = donors_of(counted, _names(session, on), order)
    return _Thanked(settings.load_branch(session), campaign, donors)


def write_donors(store: Store, campaign_id: int, order: DonorOrder, on: date, out: Path) -> Path:
    """Write the list of donors of one campaign as `.xlsx` or `.docx`.

    Raises:
        NotFound: The campaign is not there any more.
        Invalid: Another ending.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    with store.reading() as session:
        found = _thanked(session, campaign_id, order, on)
    source = ListSource(order=ListOrder(name="donors", on=on), branch=found.branch)
    paper = donor_paper.donor_list(
        source, found.donors, {campaign_id: found.campaign}, found.campaign
    )
    return write_paper(store, paper, out)


def write_progress(store: Store, campaign_id: int, on: date, out: Path) -> Path:
    """Write how far one campaign has come, unit by unit; errors as `write_donors`."""
    with store.reading() as session:
        source = ListSource(
            order=ListOrder(name="campaigns", on=on), branch=settings.load_branch(session)
        )
        one = progress(
            campaigns.load_campaign(session, campaign_id),
            campaigns.list_targets(session, campaign_id),
            campaigns.list_contributions(session, campaign_id),
            units.list_units(session),
            on,
        )
        paper = progress_paper.campaign_table(source, [one], _names(session, on), single=True)
    return write_paper(store, paper, out)


def write_board(store: Store, campaign_id: int, order: DonorOrder, on: date, out: Path) -> Path:
    """Write the sheet for the notice board as a Word file; errors as `write_donors`."""
    _check_word(out)
    with store.reading() as session:
        found = _thanked(session, campaign_id, order, on)
    paper = donor_board(found.branch, found.campaign, found.donors, on)
    with leaving(store, out, "Bảng vàng ủng hộ", people=len(found.donors)):
        return write_donor_board(paper, out)


def write_certificates(
    store: Store,
    campaign_id: int,
    keys: Collection[tuple[object, ...]] | None,
    on: date,
    out: Path,
) -> Path:
    """Write certificates of thanks into one Word file, each on a page of its own.

    The branch's own template is used where there is one of the same name in its folder.

    Args:
        store: The books.
        campaign_id: The campaign.
        keys: `Donor.key` of those who are thanked; everybody who gave when `None`.
        on: Date of the certificates.
        out: The `.docx` file.

    Raises:
        Invalid: Nobody is chosen or nobody gave, or the file is no `.docx`.
        NotFound: The campaign is not there any more.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    _check_word(out)
    with store.reading() as session:
        found = _thanked(session, campaign_id, DonorOrder.AMOUNT, on)
        chosen = [one for one in found.donors if keys is None or one.key in keys]
        ids = [one.person_id for one in chosen if one.person_id is not None]
        sexes = {person.id: person.sex for person in people.load_people(session, ids)}
    if not chosen:
        raise Invalid({"person": "Chưa có người ủng hộ nào để in giấy chứng nhận."})
    texts = [
        certificate_texts(found.branch, found.campaign, one, on, sexes.get(one.person_id))
        for one in chosen
    ]
    template = template_of(store, TEMPLATE)
    with leaving(store, out, LABEL, people=len(texts), person_ids=ids):
        return write_member_forms(texts, template, LABEL, out, practice=found.branch.practice)


def campaign_named(store: Store, name: str) -> Campaign:
    """The campaign of a name, written with or without marks.

    Raises:
        NotFound: There is none.
    """
    with store.reading() as session:
        known = campaigns.list_campaigns(session)
    found = [one for one in known if search_key(one.name) == search_key(name)]
    if not found:
        listed = "; ".join(one.name for one in known) or "chưa có đợt nào"
        raise NotFound(f"Không có đợt vận động tên “{name}”. Các đợt có: {listed}.")
    return found[0]


def suggested_name(store: Store, what: str, on: date, ending: str) -> str:
    """A file name in ASCII: `Danh-sach-ung-ho_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(what, branch, on, ending)


def _check_word(out: Path) -> None:
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
