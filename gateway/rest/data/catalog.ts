import type { OpenDataConfig } from "../../../shared/config.ts";
import { DICTIONARY } from "./dictionary.ts";
import { TABLES } from "./tables.ts";

const MEDIA = "https://www.iana.org/assignments/media-types/";
const AUTHORITY = "http://publications.europa.eu/resource/authority/";

/** Formats each table is offered in: ending → media type, file type and label. */
export const FORMATS = {
	csv: { type: "text/csv", file: "CSV", label: "CSV" },
	json: { type: "application/json", file: "JSON", label: "JSON" },
} as const;
export type Format = keyof typeof FORMATS;

const CONTEXT = {
	dcat: "http://www.w3.org/ns/dcat#",
	dct: "http://purl.org/dc/terms/",
	foaf: "http://xmlns.com/foaf/0.1/",
	skos: "http://www.w3.org/2004/02/skos/core#",
	vcard: "http://www.w3.org/2006/vcard/ns#",
	xsd: "http://www.w3.org/2001/XMLSchema#",
};

const LICENCE_WORDS =
	"The licence holds for the compilation. Facts and figures belong to nobody; what a cited source permits beyond them is that source's to say.";

const english = (text: string) => ({ "@value": text, "@language": "en" });

/** A code of one of the European vocabularies. */
const known = (type: string, table: string, code: string) => ({
	"@id": `${AUTHORITY}${table}/${code}`,
	"@type": type,
	"skos:inScheme": { "@id": `${AUTHORITY}${table}` },
});

const THEMES = {
	ECON: "Economy and finance",
	TECH: "Science and technology",
	EDUC: "Education, culture and sport",
};
type Theme = keyof typeof THEMES;

/** A date as precise as it is: a year, a month, a day or a moment. */
function dated(text: string) {
	const types: Record<number, string> = { 4: "gYear", 7: "gYearMonth", 10: "date" };
	return { "@value": text, "@type": `xsd:${types[text.length] ?? "dateTime"}` };
}

type Described = { name: string; title: string; description: string; themes?: Theme[] };

/**
 * The catalogue of the open data in DCAT 3 as JSON-LD, as the European profile DCAT-AP 3 has it. `base` is the hub's
 * public address; `modified` gives the newest date of each table that has one.
 */
export function catalogOf(
	base: string,
	{ publisher, contact, licence }: OpenDataConfig,
	modified: ReadonlyMap<string, string>,
): object {
	const at = (path: string) => `${base}/data/${path}`;
	const agent = {
		"@id": at("#publisher"),
		"@type": ["foaf:Agent", "foaf:Organization"],
		"foaf:name": english(publisher),
	};
	const reach = contact ?? at("");
	const contactPoint = {
		"@id": at("#contact"),
		"@type": ["vcard:Kind", "vcard:Organization"],
		"vcard:fn": publisher,
		[reach.startsWith("mailto:") ? "vcard:hasEmail" : "vcard:hasURL"]: { "@id": reach },
	};
	const license = { "@id": licence, "@type": "dct:LicenseDocument" };
	const rights = { "@type": "dct:RightsStatement", "dct:description": english(LICENCE_WORDS) };
	const languages = ["ENG", "ZHO"].map((code) => known("dct:LinguisticSystem", "language", code));
	const newest = [...modified.values()].sort().at(-1);
	// The dictionary is of all tables, and as new as the newest.
	const since = (name: string) => {
		const date = modified.get(name) ?? newest;
		return date && { "dct:modified": dated(date) };
	};

	const distributionsOf = ({ name, title }: Described) =>
		Object.entries(FORMATS).map(([ending, { type, file, label }]) => ({
			"@id": at(`${name}.${ending}`),
			"@type": "dcat:Distribution",
			"dct:title": english(`${title} as ${label}`),
			"dct:description": english(
				ending === "csv"
					? "Comma-separated values in UTF-8 with a byte order mark; a text that a spreadsheet would run as a formula begins with an apostrophe."
					: "One object with the rows under `rows`.",
			),
			"dcat:accessURL": { "@id": at(`${name}.${ending}`), "@type": "rdfs:Resource" },
			"dcat:downloadURL": { "@id": at(`${name}.${ending}`), "@type": "rdfs:Resource" },
			"dcat:mediaType": { "@id": `${MEDIA}${type}`, "@type": "dct:MediaType" },
			"dct:format": known("dct:MediaTypeOrExtent", "file-type", file),
			"dct:license": license,
			"dct:rights": rights,
			"dct:language": languages,
			...since(name),
		}));
	const datasetOf = (described: Described) => ({
		"@id": at(`#${described.name}`),
		"@type": "dcat:Dataset",
		"dct:identifier": described.name,
		"dct:title": english(described.title),
		"dct:description": english(described.description),
		"dct:publisher": agent,
		"dcat:contactPoint": contactPoint,
		"dct:language": languages,
		"dct:accessRights": known("dct:RightsStatement", "access-right", "PUBLIC"),
		"dcat:theme": (["ECON", "TECH", ...(described.themes ?? [])] as const).map((code) => ({
			...known("skos:Concept", "data-theme", code),
			"skos:prefLabel": english(THEMES[code]),
		})),
		"dcat:keyword": ["manufacturing", "small manufacturers", "innovation institutes"].map(english),
		"dcat:landingPage": { "@id": at(""), "@type": "foaf:Document" },
		...since(described.name),
		"dcat:distribution": distributionsOf(described),
	});
	return {
		"@context": { ...CONTEXT, rdfs: "http://www.w3.org/2000/01/rdf-schema#" },
		"@id": at("catalog.jsonld"),
		"@type": "dcat:Catalog",
		"dct:title": english("Throughline open data"),
		"dct:description": english(
			"Networks, institutes, MEP centers and every figure known of them, each row with its source and date; the public engagements, the manufacturers they served, and totals.",
		),
		"dct:publisher": agent,
		"dcat:contactPoint": contactPoint,
		"dct:language": languages,
		"dct:license": license,
		"dct:rights": rights,
		"dcat:themeTaxonomy": {
			"@id": `${AUTHORITY}data-theme`,
			"@type": "skos:ConceptScheme",
			"dct:title": english("Data theme"),
		},
		"foaf:homepage": { "@id": at(""), "@type": "foaf:Document" },
		...since("catalog"),
		"dcat:dataset": [...TABLES, DICTIONARY].map(datasetOf),
	};
}
