import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../node.ts";
import { AS_PARENT, REFERENCE_DATA } from "../subgraph/cache-control.ts";

@Directive("@shareable")
@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "Where a fact was read." })
export class Source {
	@Field(() => ID, {
		description:
			"Identifies the place read: the address, or document, section and line; and the day of reading, where one is known.",
	})
	id: string;
	@Field(() => String, { description: "Title of the document, or the host of the web page." })
	document: string;
	@Field(() => String, { nullable: true, description: "Section or table of the document." })
	section?: string | null;
	@Field(() => Int, { nullable: true, description: "Line of the document's text." })
	line?: number | null;
	@Field(() => String, { nullable: true, description: "Web address." })
	url?: string | null;
	@Field(() => String, { nullable: true, description: "Day the page was read, ISO 8601." })
	readOn?: string | null;
}

@Directive("@shareable")
@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "An amount of money in whole units of its currency.",
})
export class Money {
	@Field(() => Float, { description: "Whole units, not thousands or cents." })
	amount: number;
	@Field(() => String, { description: "ISO 4217 code." })
	currency: string;
}

@Directive("@shareable")
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A doubt about a published figure, and what settles it.",
})
export class Doubt {
	@Field(() => ID, { description: "Number of the doubt in the fact collection, for example D01." })
	id: string;
	@Field(() => Boolean, { description: "Whether something settles it." })
	settled: boolean;
	@Field(() => String, { description: "Severity: high, medium or low." })
	severity: string;
	@Field(() => String, { description: "What is doubtful." })
	what: string;
	@Field(() => String, { nullable: true, description: "What the document prints." })
	printed?: string | null;
	@Field(() => String, { nullable: true, description: "What is considered right." })
	right?: string | null;
	@Field(() => String, { nullable: true, description: "What settles it." })
	settledBy?: string | null;
	@Field(() => String, { description: "Why the figure is doubted." })
	why: string;
	@Field(() => [String], { description: "Titles of the documents concerned." })
	documents: string[];
	@Field(() => String, {
		nullable: true,
		description: "What outside the documents bears on it, as the fact collection cites it.",
	})
	externalSource?: string | null;
}

@Directive("@shareable")
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"One published figure or fact, with its source. If sources disagree, all are stored, one is accepted, and `reason` says why.",
})
export class Observation {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => String, {
		description: "What kind of thing it was observed of: Institute, Network or MepCenter.",
	})
	subjectType: string;
	@Field(() => ID, { description: "Slug of the institute, network or center." })
	subjectId: string;
	@Field(() => String, {
		description: "What was observed, for example members or federal_commitment.",
	})
	property: string;
	@Field(() => Int, {
		nullable: true,
		description: "Its number in a list that the source numbers, from 1.",
	})
	number?: number | null;
	@Field(() => Float, {
		nullable: true,
		description: "The figure as a number, in `unit`; a misprint is corrected here.",
	})
	value?: number | null;
	@Field(() => String, {
		nullable: true,
		description: "The fact in words, in English, or what a figure means.",
	})
	text?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "The fact in the source's own language, where that is Chinese.",
	})
	nativeText?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Unit of `value`: count, usd, percent, share (0 to 1), ratio, usd_per_usd, years, months, level or year.",
	})
	unit?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "The figure as the source prints it, with words such as over or about.",
	})
	asPrinted?: string | null;
	@Field(() => Float, {
		nullable: true,
		description:
			"What the printed figure says when it is taken literally, where that is a misprint; in `unit`.",
	})
	printedValue?: number | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Date or year the figure holds for, a partial ISO 8601 date as precise as the source; null where no such date says it.",
	})
	asOf?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"The date in the source's words, if it gives no exact date, for example <=2016-04 or c.2021. `asOf` is then not exact.",
	})
	asOfWords?: string | null;
	@Field(() => Int, {
		nullable: true,
		description: "Fiscal year of an annual figure, in the calendar of its network.",
	})
	fiscalYear?: number | null;
	@Field(() => String, {
		nullable: true,
		description: "The period that an amount covers, for example first five years.",
	})
	period?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"The party that the figure is about, for example the agency that gives it or a kind of member.",
	})
	party?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	@Field(() => Boolean, {
		description: "Whether the hub uses this one if sources disagree.",
	})
	accepted: boolean;
	@Field(() => String, {
		nullable: true,
		description: "Why it is accepted, or not, if sources disagree.",
	})
	reason?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"In an annual series: why it cannot be compared with the years before. A chart breaks its line here.",
	})
	seriesBreak?: string | null;
	@Field(() => Doubt, {
		nullable: true,
		description: "What is most doubtful about it, if anything.",
	})
	doubt?: Doubt | null;
	@Field(() => [Doubt], { description: "All doubts about it, the most serious first." })
	doubts: Doubt[];
}

/** An observation that nobody doubts and no other contradicts; what is not given is absent. */
export function plainObservation(
	given: Pick<Observation, "id" | "subjectType" | "subjectId" | "property" | "source"> &
		Partial<Observation>,
): Observation {
	return { accepted: true, doubts: [], ...given };
}

/** The id of a source holds all that it says: the same place read on another day is another source. */
function sourceId({ document, section, line, url, readOn }: Omit<Source, "id">): string {
	const place = url ?? document;
	return [
		place,
		...(section ? [`§ ${section}`] : []),
		...(line ? [`line ${line}`] : []),
		...(readOn ? [`read ${readOn}`] : []),
	].join(", ");
}

/** A place in a document as a source; `readOn` is an ISO 8601 day. */
export function documentSource(place: Omit<Source, "id" | "url">): Source {
	return { id: sourceId(place), ...place };
}

/** A web page as a source. `url` must be absolute; `readOn` is an ISO 8601 day. */
export function webSource(url: string, readOn: string | null): Source {
	const page = { document: new URL(url).host, url, readOn };
	return { id: sourceId(page), ...page };
}
