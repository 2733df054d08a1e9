from . import amounts, dates, long_dates, paper_docx, paper_pdf, placeholders, text
