import type centers from "./en/centers.json";
import type common from "./en/common.json";
import type duplicates from "./en/duplicates.json";
import type engagement from "./en/engagement.json";
import type figures from "./en/figures.json";
import type institutes from "./en/institutes.json";
import type log from "./en/log.json";
import type manufacturer from "./en/manufacturer.json";
import type manufacturers from "./en/manufacturers.json";
import type memberships from "./en/memberships.json";
import type networks from "./en/networks.json";
import type offer from "./en/offer.json";
import type outcomes from "./en/outcomes.json";
import type overview from "./en/overview.json";
import type partners from "./en/partners.json";
import type profile from "./en/profile.json";
import type properties from "./en/properties.json";
import type records from "./en/records.json";
import type sandbox from "./en/sandbox.json";
import type statistics from "./en/statistics.json";
import type trace from "./en/trace.json";
import type work from "./en/work.json";

/** The catalogues: one for what all pages share, and one a page. A page adds its line here. */
type Catalogues = {
	records: typeof records;
	offer: typeof offer;
	manufacturers: typeof manufacturers;
	manufacturer: typeof manufacturer;
	engagement: typeof engagement;
	common: typeof common;
	sandbox: typeof sandbox;
	figures: typeof figures;
	overview: typeof overview;
	properties: typeof properties;
	partners: typeof partners;
	trace: typeof trace;
	statistics: typeof statistics;
	profile: typeof profile;
	institutes: typeof institutes;
	centers: typeof centers;
	networks: typeof networks;
	log: typeof log;
	work: typeof work;
	outcomes: typeof outcomes;
	duplicates: typeof duplicates;
	memberships: typeof memberships;
};

export type CatalogueName = keyof Catalogues;
/** Every id of a message. */
export type MessageId = { [Name in CatalogueName]: keyof Catalogues[Name] }[CatalogueName];
