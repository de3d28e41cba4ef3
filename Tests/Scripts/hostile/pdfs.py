"""Writes PDFs that are made to keep a reader busy or to fill its memory."""
import zlib


def pdf(path, objects, trailer=b""):
    """The objects 1, 2, 3… as they are, and a table of them; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(data))
    path.write_bytes(data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end)


def stream(content, entries=b"", packed=False):
    if packed:
        content, entries = zlib.compress(content, 9), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)


def book(content, tree, pages=1, more=()):
    """The catalogue, the pages, the content, a font with its map, and what the structure tree holds as object 7."""
    page = b"<</Type/Page/Resources<</Font<</F1 4 0 R>>/XObject<</X 3 0 R>>>>/Contents 3 0 R>>"
    kids = b" ".join(b"%d 0 R" % (8 + len(more) + number) for number in range(pages))
    return [
        b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages), content,
        b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 5 0 R>>",
        stream(b"1 beginbfrange <0000> <FFFF> <4E00> endbfrange"),
        b"<</Type/StructTreeRoot/K 7 0 R>>", tree, *more] + [page] * pages


def write(folder):
    tree = b"<</S/P/Pg 8 0 R/K 0>>"
    words = b"/P <</MCID 0>> BDC BT /F1 9 Tf <00010002> Tj ET EMC "
    pdf(folder / "炸弹.pdf", book(stream(words + b" " * 1_000_000_000, packed=True), tree))
    pdf(folder / "炸弹多页.pdf", book(stream(words + b" " * 30_000_000, packed=True), tree, 4_000))
    pdf(folder / "页过多.pdf", book(stream(words), tree, 6_000))
    pdf(folder / "操作过多.pdf", book(stream(words + b"q Q " * 6_000_000, packed=True), tree))
    pdf(folder / "字过多.pdf", book(stream(words + b"/P <</MCID 0>> BDC /F1 9 Tf " + b"(" + b"ab" * 14_000_000 + b") Tj", packed=True), tree))
    pdf(folder / "碎字过多.pdf", book(stream(b"/P <</MCID 0>> BDC BT /F1 9 Tf " + b"[<0001>-9e3<0002>9e4]TJ " * 1_200_000, packed=True), tree))
    pdf(folder / "图中图.pdf", book(stream(words + b"/X Do " * 40, b"/Subtype/Form/Resources<</XObject<</X 3 0 R>>>>"), tree))
    pdf(folder / "数组嵌套.pdf", book(stream(words), b"[" * 3_000_000))
    pdf(folder / "结构嵌套.pdf", book(stream(words), b"<</S/Sect/K 8 0 R>>", 1, [
        b"<</S/Sect/K %d 0 R>>" % (number + 1) for number in range(8, 20_000)]))
    pdf(folder / "元素过多.pdf", book(stream(words), b"<</S/Sect/K[" + b"<</S/P>>" * 2_000_000 + b"]>>"))
    cells = b"<</S/TR/K[" + b"<</S/TD/A<</RowSpan 5000/ColSpan 200>>>>" * 200 + b"]>>"
    pdf(folder / "跨行.pdf", book(stream(words), b"<</S/Table/K[" + cells * 1_000 + b"]>>"))
    pdf(folder / "自指.pdf", [b"<</Type/Catalog/Pages 1 0 R/Kids[1 0 R 1 0 R]/StructTreeRoot 1 0 R/K 1 0 R/S/P>>"])
    pdf(folder / "没有标记.pdf", [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Kids[3 0 R]>>",
        b"<</Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>", stream(words), b"<</Subtype/Type1>>"])
    pdf(folder / "有密码.pdf", book(stream(words), tree), b"/Encrypt<</Filter/Standard/V 2/R 3>>")
    whole = folder / "没有标记.pdf"
    (folder / "截断.pdf").write_bytes(whole.read_bytes()[:-60])
