// A photo straight from the camera, or a paper: chosen here, checked by the server.

import { Component, useRef } from "@odoo/owl";
import { isMobileOS } from "@web/core/browser/feature_detection";
import { registry } from "@web/core/registry";
import { isBinarySize } from "@web/core/utils/binary";
import { checkFileSize } from "@web/core/utils/files";
import { useService } from "@web/core/utils/hooks";
import { getDataURLFromFile, imageUrl, url } from "@web/core/utils/urls";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

// By what a picture begins in base 64.
const PICTURES = { "/9j/": "jpeg", iVBO: "png", UklG: "webp" };
const [WIDTH, HEIGHT] = [480, 360]; // pixels, of what a gallery loads

class EvidenceFile extends Component {
    static template = "danvan_kheo.EvidenceFile";
    static props = { ...standardFieldProps };

    setup() {
        this.notification = useService("notification");
        this.camera = useRef("camera");
        this.files = useRef("files");
        this.hasCamera = isMobileOS();
    }

    get value() {
        return this.props.record.data[this.props.name];
    }

    get isSaved() {
        return this.value && isBinarySize(this.value);
    }

    get filename() {
        return this.props.record.data.filename || "";
    }

    /** The picture to show, nothing for a paper. */
    get picture() {
        const { data, resModel, resId } = this.props.record;
        if (!this.isSaved) {
            const kind = this.value && PICTURES[this.value.slice(0, 4)];
            return kind && `data:image/${kind};base64,${this.value}`;
        }
        const size = { width: WIDTH, height: HEIGHT, unique: data.write_date };
        return data.is_picture && imageUrl(resModel, resId, this.props.name, size);
    }

    /** Where the whole file is opened from. */
    get address() {
        const { resModel, resId } = this.props.record;
        return url(`/web/content/${resModel}/${resId}/${this.props.name}`, {
            filename_field: "filename",
        });
    }

    async onChosen(ev) {
        const [file] = ev.target.files;
        if (file && checkFileSize(file.size, this.notification)) {
            const data = await getDataURLFromFile(file);
            await this.props.record.update({
                filename: file.name,
                [this.props.name]: data.split(",")[1] || false,
            });
        }
        ev.target.value = null; // the same file may be chosen again
    }
}

registry.category("fields").add("danvan_evidence_file", {
    component: EvidenceFile,
    supportedTypes: ["binary"],
    fieldDependencies: [
        // Unless it is said, what a widget depends on is not sent to the server.
        { name: "filename", type: "char", readonly: false },
        { name: "is_picture", type: "boolean", readonly: true },
        { name: "write_date", type: "datetime", readonly: true },
    ],
    isEmpty: (record, name) => !record.data[name],
});
