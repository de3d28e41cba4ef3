"""Forms written down by hand, with what must be found in them: `E05 E10:1`, a line a form, the number that of the indicator."""
from forms.grid import Table


def read(path):
    """The blocks of a form and, a form each, what must be found in it."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    end = lines.index("=")
    blocks, rows = [], None
    for line in lines[:end]:
        line = line.replace("\\n", "⏎")
        if line == "T" or line.startswith("P "):
            if rows:
                blocks.append(Table(rows))
            rows = [] if line == "T" else None
            if rows is None:
                blocks.append(line[2:])
        elif rows is not None:
            rows.append(line.split("|"))
    if rows:
        blocks.append(Table(rows))
    right = [sorted(line.split()) for line in lines[end + 1:]]
    return blocks, right or [[]]


def told(form):
    """The findings of a form as they are written down."""
    return sorted(check["id"] + (f":{check['row']}" if check["row"] else "") for check in form["checks"])
