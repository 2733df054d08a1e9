from . import form01, workbook
