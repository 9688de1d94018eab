"""Papers of campaigns written and read again."""

import json
import zipfile
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook

from ccb_desktop.cli.run import run
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution, DonorKind
from ccb_desktop.domain.funds.donors import DonorOrder
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.operations.funds import campaign_papers, campaigns, contributions
from tests.books import add_member

ON = date(2026, 6, 30)
NAME = "Đền ơn đáp nghĩa 2026"


@pytest.fixture
def campaign(store):
    """A campaign with a member, an outsider, and a gift of the year before."""
    add_member(store, "Trần Văn Một", address="Số 9 đường Bờ Kênh", citizen_id="001052001234")
    campaigns.save_campaign(store, Campaign(name=NAME))
    own = campaigns.list_campaigns(store)[0].id
    campaigns.save_targets(store, own, {1: 1_000_000})
    gifts = [
        ("Trần Văn Một", 200_000, DonorKind.MEMBER, {"person_id": 1, "unit_id": 1}),
        ("Cửa hàng Hai & Ba", 900_000, DonorKind.OUTSIDER, {}),
        ("Hộ cũ", 50_000, DonorKind.OUTSIDER, {"given_on": date(2025, 12, 31)}),
    ]
    contributions.give(
        store,
        [
            Contribution(
                campaign_id=own,
                donor=donor,
                amount_dong=amount,
                donor_kind=kind,
                **{"given_on": date(2026, 3, 5), **more},
            )
            for donor, amount, kind, more in gifts
        ],
    )
    return own


def text_of(path):
    document = Document(path)
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*cells, *(p.text for p in document.paragraphs)])


def test_certificates_for_everybody_or_for_some_each_on_a_page_of_its_own(
    store, campaign, tmp_path
):
    out = campaign_papers.write_certificates(store, campaign, None, ON, tmp_path / "giay.docx")
    text = text_of(out)
    assert "CỬA HÀNG HAI & BA" in text and "900.000 đồng (Chín trăm nghìn đồng)" in text
    assert "{{" not in text and "None" not in text
    with zipfile.ZipFile(out) as package:
        assert package.read("word/document.xml").count(b"pageBreakBefore") == 2
    own = campaign_papers.campaign_named(store, search_key(NAME)).id
    given = campaign_papers.donors_now(store, own, DonorOrder.AMOUNT, ON)
    keys = {one.key for one in given if one.person_id == 1}
    some = campaign_papers.write_certificates(store, own, keys, ON, tmp_path / "mot.docx")
    assert "TRẦN VĂN MỘT" in text_of(some) and "HAI & BA" not in text_of(some)
    with pytest.raises(Invalid, match="Chưa có người ủng hộ nào"):
        campaign_papers.write_certificates(store, campaign, (), ON, tmp_path / "x.docx")
    with pytest.raises(NotFound, match=NAME):
        campaign_papers.campaign_named(store, "Khác")


def test_the_board_is_large_and_tells_no_addresses(store, campaign, tmp_path):
    order = DonorOrder.AMOUNT
    out = campaign_papers.write_board(store, campaign, order, ON, tmp_path / "bang.docx")
    text = text_of(out)
    assert "Trần Văn Một (Chi hội 1)" in text and NAME.upper() in text
    assert "Bờ Kênh" not in text and "001052" not in text
    sizes = {
        run_.font.size.pt
        for cell in Document(out).tables[1].columns[1].cells
        for run_ in cell.paragraphs[0].runs
    }
    assert min(sizes) >= 18
    with pytest.raises(Invalid):
        campaign_papers.write_board(store, campaign, order, ON, tmp_path / "bang.xlsx")


def test_lists_of_one_campaign_are_written_to_excel_and_word(store, campaign, tmp_path):
    donors = campaign_papers.write_donors(
        store, campaign, DonorOrder.NAME, ON, tmp_path / "ds.xlsx"
    )
    cells = [str(c.value) for row in load_workbook(donors).active.iter_rows() for c in row]
    assert "Cửa hàng Hai & Ba" in cells and "Hộ cũ" in cells
    done = campaign_papers.write_progress(store, campaign, ON, tmp_path / "kq.docx")
    assert "1.150.000" in text_of(done)


def test_the_command_line_lists_donors_and_prints_certificates(store, campaign, tmp_path, capsys):
    folder = str(store.folder.root)
    store.close()
    asked = ["list", "donors", "--on", "2026-06-30", "--json", "--data-dir", folder]
    assert run(asked) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row[1] for row in rows] == ["Cửa hàng Hai & Ba", "Trần Văn Một"]
    assert run([*asked[:1], "campaigns", *asked[2:]]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert rows[0][:4] == ["1", "Chi hội 1", NAME, "1.000.000"]
    out = str(tmp_path / "giay.docx")
    form = ["form", "thanks-certificate", "--out", out, "--data-dir", folder]
    assert run(form) == 1
    assert "--campaign" in capsys.readouterr().err
    assert run([*form, "--campaign", NAME]) == 0
