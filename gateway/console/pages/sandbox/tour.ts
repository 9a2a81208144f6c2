import type { MessageId } from "../../words/ids.ts";

/** A step of the tour, and the address where it begins. */
type TourStep = { title: MessageId; text: MessageId; to: string };

/** The tour, step by step. docs/sandbox.md prints the same; a test walks it. */
export const TOUR: readonly TourStep[] = [
	{ title: "sandbox.look", text: "sandbox.look.do", to: "" },
	{
		title: "sandbox.ask",
		text: "sandbox.ask.do",
		to: "trace?kinds=TECH_TRANSFER&smeStates=US-GA",
	},
	{ title: "sandbox.manufacturer", text: "sandbox.manufacturer.do", to: "manufacturers" },
	{ title: "sandbox.statistics", text: "sandbox.statistics.do", to: "statistics" },
	{ title: "sandbox.partner", text: "sandbox.partner.do", to: "graphiql" },
	{ title: "sandbox.role", text: "sandbox.role.do", to: "trace?centerIds=ga-mep" },
	{ title: "sandbox.waits", text: "sandbox.waits.do", to: "graphiql" },
];
