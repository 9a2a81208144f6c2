import type common from "./en/common.json";
import type figures from "./en/figures.json";
import type overview from "./en/overview.json";
import type partners from "./en/partners.json";
import type properties from "./en/properties.json";
import type records from "./en/records.json";
import type trace from "./en/trace.json";

/** The catalogues: one for what all pages share, and one a page. A page adds its line here. */
type Catalogues = {
	common: typeof common;
	figures: typeof figures;
	overview: typeof overview;
	partners: typeof partners;
	properties: typeof properties;
	records: typeof records;
	trace: typeof trace;
};

export type CatalogueName = keyof Catalogues;
/** Every id of a message. */
export type MessageId = { [Name in CatalogueName]: keyof Catalogues[Name] }[CatalogueName];
