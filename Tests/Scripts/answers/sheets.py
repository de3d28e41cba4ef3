"""审核意见表.xlsx as people fill it in, rightly and wrongly."""
import openpyxl

STATES = ["待改", "已改", "同意保留", "退回"]
NAME = "审核意见表.xlsx"


class Sheet:
    """A sheet that is open in somebody's program."""

    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.page = self.book.worksheets[0]
        self.head = next(row for row in self.page.iter_rows() if {"状态", "编号"} & {cell.value for cell in row})
        self.columns = {cell.value: cell.column for cell in self.head}

    @property
    def is_whole(self):
        return {"状态", "说明", "经办人", "年度", "编号"} <= set(self.columns)

    def rows(self):
        """Each row's number by the fingerprint of its finding."""
        first = self.head[0].row + 1
        return {self.page.cell(row, self.columns["编号"]).value: row for row in range(first, self.page.max_row + 1)
                if self.page.cell(row, self.columns["编号"]).value}

    def words(self, row):
        values = [self.page.cell(row, self.columns[name]).value or "" for name in ("状态", "说明", "经办人")]
        return tuple(values)

    def write(self, row, words):
        for name, value in zip(("状态", "说明", "经办人"), words):
            self.page.cell(row, self.columns[name]).value = value or None

    def address(self, row, name):
        return self.page.cell(row, self.columns[name]).coordinate

    def rename(self, name, other):
        self.page.cell(self.head[0].row, self.columns[name]).value = other

    def remove(self, name):
        self.page.delete_cols(self.columns[name])

    def save(self):
        fresh = self.path.with_name("~$save.xlsx")
        self.book.save(fresh)
        fresh.rename(self.path)


def texts(path):
    """Everything that stands in a sheet; nothing where it cannot be opened."""
    try:
        book = openpyxl.load_workbook(path, read_only=True)
        return {str(value) for page in book.worksheets for row in page.iter_rows(values_only=True) for value in row if value}
    except Exception:  # noqa: BLE001 -- whatever a damaged file makes the library say
        return set()
