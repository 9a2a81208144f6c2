import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../graphql/fetch-document.ts";
import { ManufacturerDocument, type ManufacturerQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { traceOf } from "../../parts/addresses.ts";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { sectorOf } from "../../parts/lists.ts";
import { Panel } from "../../parts/Panel.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Manufacturer.module.css";
import { MergedFrom } from "./MergedFrom.tsx";

type Sme = NonNullable<ManufacturerQuery["sme"]>;

function Size({ sme: { isSmall, employees } }: { sme: Sme }) {
	const t = useWords();
	if (isSmall === null)
		return (
			<NotAvailable
				reason={t(employees === null ? "manufacturer.size.unknown" : "manufacturer.size.group")}
			/>
		);
	return (
		<>
			{t(isSmall ? "manufacturer.size.small" : "manufacturer.size.large")}{" "}
			<span className="quiet">{t("manufacturer.size.rule")}</span>
		</>
	);
}

/** Place, industry, size and identifiers, and what was merged into it. */
function ManufacturerFacts({ sme }: { sme: Sme }) {
	const t = useWords();
	const { city, state, naics, employees, identifiers } = sme;
	const notStated = <NotAvailable reason={t("trace.not-stated")} />;
	const sector = naics ? sectorOf(naics) : undefined;
	return (
		<Facts>
			<Fact name={t("trace.state")}>
				{state || city
					? [city, state && t.maybe(`state.${state}`, state)].filter(Boolean).join(", ")
					: notStated}
			</Fact>
			<Fact name={t("manufacturer.naics")}>
				{naics ? `${naics}${sector ? ` – ${t(`sector.${sector}`)}` : ""}` : notStated}
			</Fact>
			<Fact name={t("manufacturer.employees")}>
				{employees === null ? notStated : t.number(employees)}
			</Fact>
			<Fact name={t("manufacturer.size")}>
				<Size sme={sme} />
			</Fact>
			<Fact name={t("manufacturer.identifiers")}>
				{identifiers.length > 0 ? (
					<ul>
						{identifiers.map(({ scheme, value }) => (
							<li key={`${scheme} ${value}`}>
								{scheme} <code>{value}</code>
							</li>
						))}
					</ul>
				) : (
					<NotAvailable reason={t("manufacturer.identifiers.none")} />
				)}
			</Fact>
			<Fact name={t("manufacturer.id")}>
				<code>{sme.id}</code>
			</Fact>
			<MergedFrom sme={sme} />
		</Facts>
	);
}

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
								<Link {...traceOf("Sme", known.id)}>{t("manufacturer.to-trace")}</Link>
							</p>
						</>
					)
				}
			</Answered>
		</Panel>
	);
}
