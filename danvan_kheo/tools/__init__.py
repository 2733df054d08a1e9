from . import amounts, dates, long_dates, paper_pdf, placeholders, text
