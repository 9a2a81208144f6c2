import { TABLES } from "./tables.ts";

const MEDIA = "https://www.iana.org/assignments/media-types/";

/** Formats each table is offered in: ending → media type and label. */
export const FORMATS = {
	csv: { type: "text/csv", label: "CSV" },
	json: { type: "application/json", label: "JSON" },
} as const;
export type Format = keyof typeof FORMATS;

const english = (text: string) => ({ "@value": text, "@language": "en" });

/** The catalogue of the open data in DCAT 3 as JSON-LD. `base` is the hub's public address. */
export function catalogOf(base: string): object {
	const at = (path: string) => `${base}/data/${path}`;
	return {
		"@context": {
			dcat: "http://www.w3.org/ns/dcat#",
			dct: "http://purl.org/dc/terms/",
			foaf: "http://xmlns.com/foaf/0.1/",
		},
		"@id": at("catalog.jsonld"),
		"@type": "dcat:Catalog",
		"dct:title": english("Throughline reference data"),
		"dct:description": english(
			"Networks, institutes, MEP centers and every figure known of them, each row with its source and date. Facts and figures only; what each source permits is that source's to say.",
		),
		"dct:publisher": { "@type": "foaf:Organization", "foaf:name": "Throughline" },
		"dct:language": ["en", "zh"].map((code) => ({
			"@id": `http://publications.europa.eu/resource/authority/language/${code === "en" ? "ENG" : "ZHO"}`,
		})),
		"foaf:homepage": { "@id": at("") },
		"dcat:dataset": TABLES.map(({ name, title, description }) => ({
			"@id": at(`#${name}`),
			"@type": "dcat:Dataset",
			"dct:identifier": name,
			"dct:title": english(title),
			"dct:description": english(description),
			"dcat:distribution": Object.entries(FORMATS).map(([ending, { type, label }]) => ({
				"@id": at(`${name}.${ending}`),
				"@type": "dcat:Distribution",
				"dct:title": english(`${title} as ${label}`),
				"dcat:downloadURL": { "@id": at(`${name}.${ending}`) },
				"dcat:mediaType": { "@id": `${MEDIA}${type}` },
			})),
		})),
	};
}
