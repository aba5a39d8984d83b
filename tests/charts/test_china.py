from aiconsol.charts.exit_years import exit_years
from aiconsol.charts.strategic_backers import backer_cells


def test_backer_cells(golden):
    golden("backer_cells", backer_cells())


def test_exit_years(golden):
    golden("exit_years", exit_years(("US", "CN")))
