import { useInfiniteQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { OutcomesToVerifyDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useAddress } from "../../parts/use-address.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import { KNOWN, variablesOf } from "./address.ts";
import { Decide } from "./Decide.tsx";
import { Filters } from "./Filters.tsx";
import { OutcomeRows } from "./OutcomeRows.tsx";

/** The list of outcomes to decide on, and the decision on those that are ticked. */
export function ToVerifyPanel({ viewer }: { viewer: SignedIn }) {
	const t = useWords();
	const address = useAddress(KNOWN);
	const reason = useRef<HTMLTextAreaElement>(null);
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const query = useInfiniteQuery({
		...askPages(
			OutcomesToVerifyDocument,
			variablesOf(address.says),
			({ outcomes }) => outcomes.pageInfo,
		),
		placeholderData: (before) => before,
		staleTime: 0,
	});
	const listed = query.data?.pages.flatMap(({ data }) => data.outcomes.nodes) ?? [];
	// What somebody else has decided meanwhile is not among them.
	const ticked = listed.filter(({ id }) => chosen.includes(id));
	return (
		<>
			<NotUnderstood {...address} />
			<Panel title={t("outcomes.to-verify")} intro={t("outcomes.to-verify.intro")}>
				<Filters address={address} />
				<PagedRows
					name={t("outcomes.to-verify")}
					query={query}
					pageOf={({ outcomes }) => outcomes}
					height={600}
				>
					{(outcomes, total) =>
						outcomes.length === 0 ? (
							<p className="quiet">{t("outcomes.to-verify.none")}</p>
						) : (
							<OutcomeRows
								outcomes={outcomes}
								total={total}
								chosen={chosen}
								onChoose={setChosen}
								onEnter={() => reason.current?.focus()}
							/>
						)
					}
				</PagedRows>
				<Decide
					viewer={viewer}
					ticked={ticked}
					reason={reason}
					onDone={(ids) => setChosen(chosen.filter((id) => !ids.includes(id)))}
				/>
			</Panel>
		</>
	);
}
