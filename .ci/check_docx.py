"""Reads a Word file with python-docx and looks whether it can be read aloud. Called by check-reports."""

import sys
from docx import Document
from docx.oxml.ns import qn

document = Document(sys.argv[1])
faults = []
properties = document.core_properties
if not properties.title:
    faults.append("no title in the properties")
styles = [paragraph.style.name for paragraph in document.paragraphs]
if "Title" not in styles:
    faults.append("no paragraph has the style Title")
levels = [int(name.split()[-1]) for name in styles if name.lower().startswith("heading ")]
before = 0
for level in levels:
    if level > before + 1:
        faults.append(f"a heading of level {level} below one of level {before}")
    before = level
for number, table in enumerate(document.tables, 1):
    row = table.rows[0]._tr
    if row.trPr is None or row.trPr.find(qn("w:tblHeader")) is None:
        faults.append(f"table {number} has no head row")
names = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
for link in document.element.iter(qn("w:hyperlink")):
    if link.get(qn("w:anchor")) not in names:
        faults.append(f"a link leads to {link.get(qn('w:anchor'))}, which is nowhere")
for picture in document.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
    if not picture.get("descr"):
        faults.append("a picture has no alternative text")
numbers = [
    shape.get("id")
    for shape in document.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
]
if len(numbers) != len(set(numbers)):
    faults.append("two pictures have one number")
external = [r.target_ref for r in document.part.rels.values() if r.is_external]
if external:
    faults.append(f"it points outside itself: {external}")
if faults:
    print("python-docx: " + "; ".join(dict.fromkeys(faults)))
    sys.exit(1)
print(f"python-docx: {len(levels)} headings, {len(document.tables)} tables, {len(numbers)} pictures, {len(document.paragraphs)} paragraphs")
