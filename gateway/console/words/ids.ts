import type common from "./en/common.json";
import type log from "./en/log.json";
import type overview from "./en/overview.json";
import type trace from "./en/trace.json";
import type work from "./en/work.json";

/** The catalogues: one for what all pages share, and one a page. A page adds its line here. */
type Catalogues = {
	common: typeof common;
	log: typeof log;
	overview: typeof overview;
	trace: typeof trace;
	work: typeof work;
};

export type CatalogueName = keyof Catalogues;
/** Every id of a message. */
export type MessageId = { [Name in CatalogueName]: keyof Catalogues[Name] }[CatalogueName];
