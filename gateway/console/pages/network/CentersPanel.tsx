import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { NetworkCentersDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./CentersPanel.module.css";

/** The centers of the MEP National Network, by state. */
export function CentersPanel() {
	const t = useWords();
	const query = useQuery(ask(NetworkCentersDocument, {}));
	return (
		<Panel anchor="centers" title={t("type.MepCenter")}>
			<Answered name={t("type.MepCenter")} query={query} height={640}>
				{({ mepCenters: { nodes } }) => (
					<>
						<ul className={look.centers}>
							{[...nodes]
								.sort((a, b) => a.state.localeCompare(b.state))
								.map(({ id, name, state }) => (
									<li key={id}>
										<span className="quiet">{state.replace("US-", "")}</span>{" "}
										<RecordLink type="MepCenter" id={id}>
											{name}
										</RecordLink>
									</li>
								))}
						</ul>
						<p className={look.all}>
							<Link to={PATHS.centers}>{t("networks.centers.table")}</Link>
						</p>
					</>
				)}
			</Answered>
		</Panel>
	);
}
