from . import test_click_all
