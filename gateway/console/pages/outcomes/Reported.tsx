import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ReportedOutcomesDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Outcomes.module.css";
import { ReportedCard } from "./ReportedCard.tsx";

/** What was reported, by whom is asked, each with how it was checked. */
export function Reported({ viewer, center }: { viewer: SignedIn; center: string }) {
	const t = useWords();
	const [isMine, setMine] = useState(true);
	const variables = { centers: [center], ...(isMine && { by: [viewer.subject] }) };
	const query = useInfiniteQuery({
		...askPages(ReportedOutcomesDocument, variables, ({ outcomes }) => outcomes.pageInfo),
		staleTime: 0,
	});
	return (
		<Panel
			title={t("outcomes.reported")}
			intro={t("outcomes.reported.intro")}
			actions={
				<label className={look.filter}>
					{t("outcomes.by")}{" "}
					<select
						value={isMine ? "me" : "center"}
						onChange={({ target }) => setMine(target.value === "me")}
					>
						<option value="me">{t("outcomes.by.me")}</option>
						<option value="center">{t("outcomes.by.center")}</option>
					</select>
				</label>
			}
		>
			<PagedRows
				name={t("outcomes.reported")}
				query={query}
				pageOf={({ outcomes }) => outcomes}
				height={300}
			>
				{(nodes) =>
					nodes.length === 0 ? (
						<p className="quiet">{t("outcomes.reported.none")}</p>
					) : (
						<ul className={look.cards}>
							{nodes.map((outcome) => (
								<li key={outcome.id}>
									<ReportedCard outcome={outcome} viewer={viewer} />
								</li>
							))}
						</ul>
					)
				}
			</PagedRows>
		</Panel>
	);
}
