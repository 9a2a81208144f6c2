import type { OpenDataConfig } from "../../../shared/config.ts";
import { DICTIONARY } from "./dictionary.ts";
import { TABLES } from "./tables.ts";

const MEDIA = "https://www.iana.org/assignments/media-types/";
const AUTHORITY = "http://publications.europa.eu/resource/authority/";

/** Download formats: file extension → media type, EU file type code and label. */
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

const RIGHTS_STATEMENT =
	"The licence applies to the compilation. Nobody owns facts and figures; for anything beyond them, the terms of the cited source apply.";

const english = (text: string) => ({ "@value": text, "@language": "en" });

/** A code of one of the EU authority tables. */
const authorityCode = (type: string, table: string, code: string) => ({
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

/** A typed literal with the precision of the date: a year, month, day or timestamp. */
export function dateLiteral(text: string) {
	const types: Record<number, string> = { 4: "gYear", 7: "gYearMonth", 10: "date" };
	return { "@value": text, "@type": `xsd:${types[text.length] ?? "dateTime"}` };
}

/** A file of a dataset; `path` starts at the hub's public URL. */
type DistributionInfo = {
	path: string;
	title: string;
	description: string;
	/** Media type, and code of the EU's table of file types. */
	format: { type: string; file: string };
};

export type DatasetInfo = {
	name: string;
	title: string;
	description: string;
	themes?: Theme[];
	/** Path of the page about it. */
	page: string;
	/** Date or time of the last change. */
	modified?: string;
	/** Further properties of DCAT. */
	more?: Record<string, unknown>;
	distributions: DistributionInfo[];
};

const DESCRIPTIONS = {
	csv: "Comma-separated values in UTF-8 with a byte order mark; text that a spreadsheet would run as a formula is prefixed with an apostrophe.",
	json: "One JSON object with the rows in `rows`.",
};

function tableInfo(
	{ name, title, description, themes }: Omit<DatasetInfo, "page" | "distributions">,
	modified: string | undefined,
): DatasetInfo {
	const formats = Object.entries(FORMATS) as Array<[Format, (typeof FORMATS)[Format]]>;
	const distributions = formats.map(([ending, format]) => ({
		path: `/data/${name}.${ending}`,
		title: `${title} as ${format.label}`,
		description: DESCRIPTIONS[ending],
		format,
	}));
	return { name, title, description, themes, page: "/data/", modified, distributions };
}

const newestOf = (dates: Iterable<string>) => [...dates].sort().at(-1);

/**
 * Returns the open data catalogue as DCAT-AP 3 (the EU profile of DCAT 3) in JSON-LD. `base` is the hub's public URL;
 * `modified` holds the newest date of each table that has one; `others` are further datasets.
 */
export function catalogOf(
	base: string,
	{ publisher, contact, licence }: OpenDataConfig,
	modified: ReadonlyMap<string, string>,
	others: readonly DatasetInfo[] = [],
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
	const rights = { "@type": "dct:RightsStatement", "dct:description": english(RIGHTS_STATEMENT) };
	const languages = ["ENG", "ZHO"].map((code) =>
		authorityCode("dct:LinguisticSystem", "language", code),
	);
	const dated = (date: string | undefined) => date && { "dct:modified": dateLiteral(date) };

	const distributionOf = (about: DatasetInfo, file: DistributionInfo) => ({
		"@id": base + file.path,
		"@type": "dcat:Distribution",
		"dct:title": english(file.title),
		"dct:description": english(file.description),
		"dcat:accessURL": { "@id": base + file.path, "@type": "rdfs:Resource" },
		"dcat:downloadURL": { "@id": base + file.path, "@type": "rdfs:Resource" },
		"dcat:mediaType": { "@id": `${MEDIA}${file.format.type}`, "@type": "dct:MediaType" },
		"dct:format": authorityCode("dct:MediaTypeOrExtent", "file-type", file.format.file),
		"dct:license": license,
		"dct:rights": rights,
		"dct:language": languages,
		...dated(about.modified),
	});
	const datasetOf = (about: DatasetInfo) => ({
		"@id": at(`#${about.name}`),
		"@type": "dcat:Dataset",
		"dct:identifier": about.name,
		"dct:title": english(about.title),
		"dct:description": english(about.description),
		"dct:publisher": agent,
		"dcat:contactPoint": contactPoint,
		"dct:language": languages,
		"dct:accessRights": authorityCode("dct:RightsStatement", "access-right", "PUBLIC"),
		"dcat:theme": (["ECON", "TECH", ...(about.themes ?? [])] as const).map((code) => ({
			...authorityCode("skos:Concept", "data-theme", code),
			"skos:prefLabel": english(THEMES[code]),
		})),
		"dcat:keyword": ["manufacturing", "small manufacturers", "innovation institutes"].map(english),
		"dcat:landingPage": { "@id": base + about.page, "@type": "foaf:Document" },
		...dated(about.modified),
		...about.more,
		"dcat:distribution": about.distributions.map((file) => distributionOf(about, file)),
	});
	// The dictionary describes all tables, so it uses the newest date of any.
	const newest = newestOf(modified.values());
	const datasets = [
		...[...TABLES, DICTIONARY].map((one) => tableInfo(one, modified.get(one.name) ?? newest)),
		...others,
	];
	const changed = newestOf(datasets.flatMap((one) => one.modified ?? []));
	return {
		"@context": { ...CONTEXT, rdfs: "http://www.w3.org/2000/01/rdf-schema#" },
		"@id": at("catalog.jsonld"),
		"@type": "dcat:Catalog",
		"dct:title": english("Throughline open data"),
		"dct:description": english(
			"Networks, institutes, MEP centers and every known figure about them, each row with its source and date; the public engagements, the manufacturers they served, and totals; releases of statistics over all reported records.",
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
		...dated(changed),
		"dcat:dataset": datasets.map(datasetOf),
	};
}
