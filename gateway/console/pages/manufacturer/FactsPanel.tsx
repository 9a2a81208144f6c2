import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../graphql/fetch-document.ts";
import { ManufacturerDocument, type ManufacturerQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { traceOf } from "../../parts/addresses.ts";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { WorkLink } from "../../parts/WorkLink.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Manufacturer.module.css";
import { ManufacturerFacts } from "./ManufacturerFacts.tsx";

type Props = { id: string; query: UseQueryResult<Answer<ManufacturerQuery>, Error> };

/** What is known of the manufacturer itself; says so where the address names a record that was merged into it. */
export function FactsPanel({ id, query }: Props) {
	const t = useWords();
	const sme = query.data?.data.sme;
	const cells = () => ({
		columns: ["id", "name", "city", "state", "naics", "employees", "is_small", "synthetic"],
		rows: sme
			? [
					[
						sme.id,
						sme.name,
						sme.city,
						sme.state,
						sme.naics,
						sme.employees,
						sme.isSmall === null ? null : String(sme.isSmall),
						String(sme.synthetic),
					],
				]
			: [],
	});
	return (
		<Panel
			anchor="facts"
			title={t("manufacturer.facts")}
			actions={
				<TakeAlong
					file={id}
					cells={cells}
					asked={{ document: ManufacturerDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("manufacturer.facts")} query={query} height={280}>
				{({ sme: known }) =>
					known && (
						<>
							{known.id !== id && (
								<p className={look.notice} role="status">
									{t.rich("manufacturer.merged-into", {
										old: <code>{id}</code>,
										kept: <strong>{known.name}</strong>,
									})}
								</p>
							)}
							{known.removed && (
								<p className={look.notice} role="status">
									{t("manufacturer.removed")}
								</p>
							)}
							<ManufacturerFacts sme={known} />
							<p className={look.more}>
								<Link {...traceOf("Sme", known.id)}>{t("manufacturer.to-trace")}</Link>{" "}
								<WorkLink to={PATHS.duplicates} search={{ sme: known.id }}>
									{t("manufacturer.to-duplicates")}
								</WorkLink>
							</p>
						</>
					)
				}
			</Answered>
		</Panel>
	);
}
