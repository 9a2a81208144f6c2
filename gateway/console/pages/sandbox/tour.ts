import type { MessageId } from "../../words/ids.ts";

/** A step of the tour: where it is, and whether the console itself has the page. */
type TourStep = { title: MessageId; text: MessageId; to: string; isPage: boolean };

/** The tour, step by step. docs/sandbox.md prints the same; a test walks it. */
export const TOUR: readonly TourStep[] = [
	{ title: "sandbox.look", text: "sandbox.look.do", to: "", isPage: true },
	{
		title: "sandbox.ask",
		text: "sandbox.ask.do",
		to: "trace?kinds=TECH_TRANSFER&smeStates=US-GA",
		isPage: true,
	},
	{ title: "sandbox.statistics", text: "sandbox.statistics.do", to: "statistics/", isPage: false },
	{ title: "sandbox.partner", text: "sandbox.partner.do", to: "graphiql", isPage: false },
];
