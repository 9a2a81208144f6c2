import jsonld from "jsonld";

const PREFIXES: Record<string, string> = {
	dcat: "http://www.w3.org/ns/dcat#",
	dct: "http://purl.org/dc/terms/",
	foaf: "http://xmlns.com/foaf/0.1/",
	skos: "http://www.w3.org/2004/02/skos/core#",
	vcard: "http://www.w3.org/2006/vcard/ns#",
};
const iri = (name: string) => name.replace(/^(\w+):/, (_, prefix) => PREFIXES[prefix] ?? "");

type Value = { "@id"?: string; "@type"?: string; "@value"?: string; "@language"?: string };
type Thing = { "@id": string; "@type"?: string[] } & Record<string, Value[]>;

/** Minimum and maximum number of values of a property, and their kind: text in a language, date, URL, or instance of a class. */
type Shape = [
	property: string,
	fewest: number,
	most: number,
	kind: "words" | "date" | "address" | (string & {}),
];

const MANY = Number.POSITIVE_INFINITY;

/**
 * The rules of DCAT-AP 3 for a catalogue, its datasets and their distributions, including the recommended properties that
 * this hub provides: contact, publisher, theme, date and licence of each.
 */
const SHAPES: Record<string, Shape[]> = {
	"dcat:Catalog": [
		["dct:title", 1, MANY, "words"],
		["dct:description", 1, MANY, "words"],
		["dct:publisher", 1, 1, "foaf:Agent"],
		["dcat:contactPoint", 1, MANY, "vcard:Kind"],
		["dct:license", 1, 1, "dct:LicenseDocument"],
		["dct:modified", 1, 1, "date"],
		["dcat:dataset", 1, MANY, "dcat:Dataset"],
		["foaf:homepage", 1, 1, "address"],
		["dct:language", 1, MANY, "dct:LinguisticSystem"],
		["dcat:themeTaxonomy", 1, MANY, "skos:ConceptScheme"],
	],
	"dcat:Dataset": [
		["dct:title", 1, MANY, "words"],
		["dct:description", 1, MANY, "words"],
		["dct:language", 1, MANY, "dct:LinguisticSystem"],
		["dct:publisher", 1, 1, "foaf:Agent"],
		["dcat:contactPoint", 1, MANY, "vcard:Kind"],
		["dcat:theme", 1, MANY, "skos:Concept"],
		["dcat:keyword", 1, MANY, "words"],
		["dct:accessRights", 0, 1, "dct:RightsStatement"],
		["dct:modified", 1, 1, "date"],
		["dcat:landingPage", 0, MANY, "address"],
		["dcat:distribution", 2, MANY, "dcat:Distribution"],
		["dct:issued", 0, 1, "date"],
		["foaf:page", 0, MANY, "address"],
		["dct:temporal", 0, MANY, "dct:PeriodOfTime"],
	],
	"dcat:Distribution": [
		["dct:title", 1, MANY, "words"],
		["dct:description", 1, MANY, "words"],
		["dct:language", 1, MANY, "dct:LinguisticSystem"],
		["dcat:accessURL", 1, MANY, "address"],
		["dcat:downloadURL", 1, MANY, "address"],
		["dct:license", 1, 1, "dct:LicenseDocument"],
		["dct:rights", 0, 1, "dct:RightsStatement"],
		["dct:format", 1, 1, "dct:MediaTypeOrExtent"],
		["dcat:mediaType", 1, 1, "dct:MediaType"],
		["dct:modified", 1, 1, "date"],
	],
	"dct:PeriodOfTime": [
		["dcat:startDate", 0, 1, "date"],
		["dcat:endDate", 0, 1, "date"],
	],
	"foaf:Agent": [["foaf:name", 1, MANY, "words"]],
	"skos:Concept": [["skos:prefLabel", 1, MANY, "words"]],
	"skos:ConceptScheme": [["dct:title", 1, MANY, "words"]],
	"vcard:Kind": [["vcard:fn", 1, MANY, "text"]],
};

/** Classes that a catalogue may do without. */
const OPTIONAL = ["dct:PeriodOfTime"];

const AUTHORITY = "http://publications.europa.eu/resource/authority/";
const MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

/**
 * What the profile's controlled vocabularies demand: codes of these lists of the EU, each saying of which list it is.
 * Its warning about publishers that the EU's list of corporate bodies does not know is for no publisher outside the EU.
 */
const VOCABULARIES: Record<string, Record<string, string>> = {
	"dcat:Catalog": { "dct:language": "language" },
	"dcat:Dataset": {
		"dct:language": "language",
		"dcat:theme": "data-theme",
		"dct:accessRights": "access-right",
	},
	"dcat:Distribution": { "dct:language": "language", "dct:format": "file-type" },
};

function isOfVocabulary(list: string, { "@id": id = "" }: Value, things: Map<string, Thing>) {
	const schemes = things.get(id)?.[iri("skos:inScheme")] ?? [];
	const isTold = schemes.some((scheme) => scheme["@id"] === AUTHORITY + list);
	return isTold && id.startsWith(`${AUTHORITY}${list}/`);
}

function vocabularyFaults(name: string, thing: Thing, things: Map<string, Thing>): string[] {
	const faults: string[] = [];
	const expect = (property: string, holds: (value: Value) => boolean) => {
		for (const value of thing[iri(property)] ?? [])
			if (!holds(value)) faults.push(`${thing["@id"]} ${property}: ${value["@id"]} is no code`);
	};
	for (const [property, list] of Object.entries(VOCABULARIES[name] ?? {}))
		expect(property, (value) => isOfVocabulary(list, value, things));
	expect("dcat:mediaType", (value) => value["@id"]?.startsWith(MEDIA_TYPES) ?? false);
	if (name === "dcat:Catalog")
		expect("dcat:themeTaxonomy", (value) => value["@id"] === `${AUTHORITY}data-theme`);
	return faults;
}

const DATE = /#(gYear|gYearMonth|date|dateTime)$/;

function isOf(kind: string, value: Value, things: Map<string, Thing>): boolean {
	const id = value["@id"];
	if (kind === "text") return typeof value["@value"] === "string";
	if (kind === "words") return value["@language"] !== undefined && value["@value"] !== "";
	if (kind === "date") return DATE.test(value["@type"] ?? "");
	if (kind === "address") return id !== undefined && URL.canParse(id);
	return id !== undefined && (things.get(id)?.["@type"] ?? []).includes(iri(kind));
}

/** All violations of the shapes in a catalogue. */
export async function shapeFaults(catalog: object): Promise<string[]> {
	const flat = (await jsonld.flatten(catalog as never)) as unknown as Thing[];
	const things = new Map(flat.map((thing) => [thing["@id"], thing]));
	const faults: string[] = [];
	for (const [name, shapes] of Object.entries(SHAPES)) {
		const all = flat.filter((thing) => thing["@type"]?.includes(iri(name)));
		if (all.length === 0 && !OPTIONAL.includes(name)) faults.push(`there is no ${name}`);
		for (const thing of all) {
			faults.push(...vocabularyFaults(name, thing, things));
			for (const [property, fewest, most, kind] of shapes) {
				const values = thing[iri(property)] ?? [];
				const place = `${thing["@id"]} ${property}`;
				if (values.length < fewest || values.length > most)
					faults.push(`${place}: ${values.length} values`);
				for (const value of values)
					if (!isOf(kind, value, things))
						faults.push(`${place}: ${JSON.stringify(value)} is no ${kind}`);
			}
		}
	}
	return faults;
}
