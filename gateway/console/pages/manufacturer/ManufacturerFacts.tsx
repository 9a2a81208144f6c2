import type { ManufacturerQuery } from "../../graphql/graphql.ts";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { sectorOf } from "../../parts/lists.ts";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
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
export function ManufacturerFacts({ sme }: { sme: Sme }) {
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
