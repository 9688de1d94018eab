"""Certificates of thanks: what stands on each."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.funds.campaigns import Campaign, DonorKind
from ccb_desktop.domain.funds.donors import Donor
from ccb_desktop.domain.labels import POLITE
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.papers import board_signature, letterhead_of

LABEL = "Giấy chứng nhận ủng hộ"
NAME = "thanks-certificate"
"""On the command line."""

TEMPLATE = "giay-chung-nhan-ung-ho.docx"


def certificate_texts(
    branch: Branch,
    campaign: Campaign,
    donor: Donor,
    on: date,
    sex: Sex | None = None,
) -> dict[str, str]:
    """Every field of the certificate of one donor.

    Args:
        branch: Who thanks.
        campaign: For what.
        donor: Who gave what.
        on: Its date.
        sex: Of a member, where the roster knows it; outsiders and units are called by their
            names alone.
    """
    head = letterhead_of(branch, on)
    signed = board_signature(branch)
    polite = f"{POLITE[sex]} " if donor.kind is DonorKind.MEMBER else ""
    paper = campaign.document_no.strip()
    return {
        "parent": head.parent_in_head,
        "issuer": head.issuer_in_head,
        "issuer_name": branch.name,
        "donor": f"{polite}{donor.name}",
        "donor_capitals": f"{polite}{donor.name}".upper(),
        "unit_name": donor.unit_name,
        "given": given_in_full(donor),
        "campaign": campaign.name,
        "document_phrase": f" (theo {paper})" if paper else "",
        "place_and_date": head.place_and_date,
        "authority": "\n".join(signed.lines),
        "signer_name": signed.name,
    }


def given_in_full(donor: Donor) -> str:
    """`500.000 đồng (Năm trăm nghìn đồng) và gạo 50 kg (trị giá 900.000 đồng)`."""
    parts = []
    if donor.money_dong:
        parts.append(f"{format_dong(donor.money_dong)} đồng ({in_words(donor.money_dong)})")
    if donor.goods:
        worth = donor.goods_value_dong
        told = f" (trị giá {format_dong(worth)} đồng)" if worth else ""
        parts.append(f"{', '.join(donor.goods)}{told}")
    return " và ".join(parts)
