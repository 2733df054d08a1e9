{
    "name": "Dân vận khéo",
    "summary": "The emulation movement “Dân vận khéo” of a province, "
    "from launch to printed certificate",
    "version": "19.0.1.0.0",
    "category": "Services",
    "author": "Dân vận khéo founders",
    "website": "https://danvankheo.example.org",
    "license": "LGPL-3",
    "application": True,
    "depends": ["mail", "web_hierarchy"],
    "data": [
        "security/groups.xml",
        "views/menus.xml",
        # organisation
        "security/organisation/ir.model.access.csv",
        "security/organisation/rules.xml",
        "data/organisation.xml",
        "views/organisation/unit_views.xml",
        "views/organisation/assignment_views.xml",
        "views/organisation/catalogue_views.xml",
        "views/organisation/menus.xml",
        # workflow
        "security/workflow/ir.model.access.csv",
        "security/workflow/rules.xml",
        "views/workflow/workflow_views.xml",
        "views/workflow/menus.xml",
        # document
        "security/document/ir.model.access.csv",
        "security/document/rules.xml",
        "data/document.xml",
        "reports/document/paper_blocks.xml",
        "reports/document/document_report.xml",
        "views/document/document_views.xml",
        "views/document/catalogue_views.xml",
        "views/document/menus.xml",
        # campaign
        "security/campaign/ir.model.access.csv",
        "security/campaign/rules.xml",
        "views/campaign/campaign_views.xml",
        "views/campaign/menus.xml",
        # registration
        "security/registration/ir.model.access.csv",
        "security/registration/rules.xml",
        "data/registration.xml",
        "views/registration/registration_views.xml",
        "views/registration/model_views.xml",
        "views/registration/catalogue_views.xml",
        "views/registration/menus.xml",
        "reports/registration/registration_report.xml",
        # appraisal
        "security/appraisal/ir.model.access.csv",
        "security/appraisal/rules.xml",
        "data/appraisal.xml",
        "data/appraisal_exemplars.xml",
        "data/appraisal_papers.xml",
        "views/appraisal/criteria_set_views.xml",
        "views/appraisal/campaign_views.xml",
        "views/appraisal/evaluation_views.xml",
        "views/appraisal/recognition_views.xml",
        "views/appraisal/recognition_list_views.xml",
        "views/appraisal/registration_views.xml",
        "views/appraisal/menus.xml",
        # award
        "security/award/ir.model.access.csv",
        "security/award/rules.xml",
        "data/award.xml",
        "reports/award/certificate_report.xml",
        "views/award/catalogue_views.xml",
        "views/award/honouree_views.xml",
        "views/award/award_views.xml",
        "views/award/decision_views.xml",
        "views/award/registration_views.xml",
        "views/award/menus.xml",
        # statistics
        "views/statistics/campaign_views.xml",
        "views/statistics/registered_views.xml",
        "views/statistics/menus.xml",
    ],
    # Read by code.
    "oca_data_manual": [
        "data/vn_divisions.csv",
        "demo/accounts.csv",
        "demo/registrations.csv",
        "demo/units_lamdong.csv",
    ],
    "assets": {
        "web.assets_backend": [
            # document
            "danvan_kheo/static/src/document/*.js",
            # appraisal
            "danvan_kheo/static/src/appraisal/*.js",
            "danvan_kheo/static/src/appraisal/*.xml",
            # statistics
            "danvan_kheo/static/src/statistics/*",
        ],
    },
    "demo": ["demo/demonstration.xml"],
}
