"""Every case by its name, in the order of the table."""

from collections.abc import Callable, Iterator, Mapping

from benchmarks import (
    daily,
    doubles,
    figures,
    keys,
    leaving,
    ledger,
    papers,
    reading,
    safety,
    store,
    windows,
)
from benchmarks.made_data import Place
from benchmarks.results import Result

CASES: Mapping[str, Callable[[Place], Iterator[Result]]] = {
    "start": windows.starts,
    "opening": daily.opening,
    "daily": daily.daily,
    "keys": keys.typing,
    "first-page": store.first_page,
    "preview": reading.preview,
    "import": reading.whole_import,
    "bulk": store.bulk_writing,
    "posting": ledger.posting,
    "ledger": ledger.ledger,
    "arrears": ledger.arrears,
    "backup": store.backup,
    "figures": figures.half_year,
    "doubles": doubles.doubles,
    "report": papers.report,
    "excel": papers.excel_list,
    "long-excel": papers.long_excel_list,
    "word": papers.word_table,
    "slips": papers.slips,
    "package": leaving.package,
    "form": leaving.superior_form,
    "sign-in": safety.signing_in,
    "encryption": safety.encryption,
    "deep-check": safety.deep_check,
    "restoring": safety.restoring,
    "personal-data": safety.personal_data,
    "kit": safety.kit,
}
