"""The sample branch, for the tests of the page Báo cáo."""

import pytest

from tests.sample_branch import make_sample_branch


@pytest.fixture(scope="session")
def an_lac(branch_template, tmp_path_factory):
    """The sample branch, whose book of activities is not kept; only ever copied."""
    place = tmp_path_factory.mktemp("an-lac")
    return make_sample_branch(branch_template, place, without={"activities"})


@pytest.fixture
def store(an_lac, opened_copy):
    return opened_copy(an_lac)
