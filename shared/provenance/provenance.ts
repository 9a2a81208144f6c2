import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";

@Directive("@shareable")
@ObjectType({ simpleResolvers: true, description: "Where a fact was read." })
export class Source {
	@Field(() => ID, {
		description: "Identifies the place read: the address, or document, section and line.",
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
@ObjectType({
	simpleResolvers: true,
	description: "What is doubtful about a printed figure, and what settles it.",
})
export class Doubt {
	@Field(() => ID, { description: "Number of the doubt in the fact collection, for example D01." })
	id: string;
	@Field(() => String, { description: "How much it matters: high, medium or low." })
	severity: string;
	@Field(() => String, { description: "What is doubtful." })
	what: string;
	@Field(() => String, { nullable: true, description: "What the document prints." })
	printed?: string | null;
	@Field(() => String, { nullable: true, description: "What is held to be right." })
	right?: string | null;
	@Field(() => String, { nullable: true, description: "What settles it." })
	settledBy?: string | null;
	@Field(() => String, { description: "Why the figure is doubted." })
	why: string;
}

@Directive("@shareable")
@ObjectType({ simpleResolvers: true, description: "One printed figure or fact, with its source." })
export class Observation {
	@Field(() => String, {
		description: "What was observed, for example members or base_federal_funding.",
	})
	property: string;
	@Field(() => Float, { nullable: true, description: "The figure as a number, in `unit`." })
	value?: number | null;
	@Field(() => String, { nullable: true, description: "The fact in words, where it is no number." })
	text?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Unit of `value`: count, usd, percent, year.",
	})
	unit?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "The figure as the source prints it, with words such as over or about.",
	})
	asPrinted?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Date or year the figure holds for, as precise as the source.",
	})
	asOf?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	@Field(() => Boolean, {
		description: "Whether this is the one the hub serves where sources disagree.",
	})
	accepted: boolean;
	@Field(() => Doubt, { nullable: true, description: "What is doubtful about it, if anything." })
	doubt?: Doubt | null;
}

/** A web page as a source. `url` must be absolute; `readOn` is an ISO 8601 day. */
export function webSource(url: string, readOn: string | null): Source {
	return { id: url, document: new URL(url).host, url, readOn };
}
