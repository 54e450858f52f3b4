"""Fills a form in LibreOffice as a clerk would.

fill_form.py PIPE FORM VALUES OUT: types each of VALUES (JSON: field -> text)
into its cell, saves as .xlsx, and prints what the cells of all fields then show
(JSON: field -> text).
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

NAME, VALUE, LAST_ROW = 9, 6, 500


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def connect(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    sys.exit("LibreOffice does not answer")


def main(pipe, form, values, out):
    remote = connect(pipe)
    desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
    document = desktop.loadComponentFromURL("file://" + form, "_blank", 0, (prop("Hidden", True),))
    sheet = document.Sheets.getByIndex(0)
    rows = {sheet.getCellByPosition(NAME, r).String: r for r in range(2, LAST_ROW)}
    for name, text in json.load(open(values, encoding="utf-8")).items():
        # FormulaLocal reads as typing does: 12.5% becomes a percentage.
        sheet.getCellByPosition(VALUE, rows[name]).FormulaLocal = text
    document.calculateAll()
    shown = {name: sheet.getCellByPosition(VALUE, r).String for name, r in rows.items() if name}
    document.storeToURL("file://" + out, (prop("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    print(json.dumps(shown, ensure_ascii=False))
    try:
        desktop.terminate()
    except Exception:  # the bridge goes with the office
        pass


main(*sys.argv[1:])
