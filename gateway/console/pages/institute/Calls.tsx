import type { InstituteWorkQuery } from "../../graphql/graphql.ts";
import { Listing } from "../../parts/Listing.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { useWords, type Words } from "../../words/use-words.ts";

type Call = NonNullable<InstituteWorkQuery["institute"]>["calls"][number];

function cycleText(t: Words, { cycleMonthsFrom: from, cycleMonthsTo: to }: Call) {
	if (from === null) return null;
	return to === null || to === from
		? t("profile.call.cycle", { from })
		: t("profile.call.cycles", { from, to });
}

/** What is known of a call, in short. */
function linesOf(t: Words, call: Call): string[] {
	const { openedOn, amount, batches, projects, leads, criteria, emphasis, requirement, note } =
		call;
	const lines = [
		openedOn && t("profile.call.opened", { date: t.date(openedOn) }),
		amount && t("profile.call.amount", { amount: t.value(amount.amount, amount.currency) }),
		cycleText(t, call),
		batches !== null && t("profile.call.batches", { count: batches }),
		projects !== null && t("profile.call.projects", { count: projects }),
		leads.length > 0 &&
			t("profile.call.leads", {
				leads: leads.map(({ kind, projects: led }) => `${kind} ${t.number(led)}`).join("; "),
			}),
		requirement && t("profile.call.requirement", { requirement }),
		criteria.length > 0 && t("profile.call.criteria", { list: criteria.join("; ") }),
		emphasis.length > 0 && t("profile.call.emphasis", { list: emphasis.join("; ") }),
		note,
	];
	return lines.filter((line): line is string => Boolean(line));
}

/** Calls for projects, each with what its source says. */
export function Calls({ calls }: { calls: readonly Call[] }) {
	const t = useWords();
	return (
		<Listing
			empty={t("profile.calls.none")}
			items={calls.map((call) => ({
				id: call.id,
				main: (
					<Sourced name={t("profile.calls")} source={call.source}>
						{call.name}
					</Sourced>
				),
				about: (
					<ul>
						{linesOf(t, call).map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
				),
			}))}
		/>
	);
}
