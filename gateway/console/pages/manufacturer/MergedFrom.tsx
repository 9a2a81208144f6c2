import type { ManufacturerQuery } from "../../graphql/graphql.ts";
import { Fact } from "../../parts/Facts.tsx";
import { useWords } from "../../words/use-words.ts";

type Sme = NonNullable<ManufacturerQuery["sme"]>;

/** Double entries that were merged into the manufacturer; their ids still lead here. */
export function MergedFrom({ sme }: { sme: Sme }) {
	const t = useWords();
	if (sme.mergedManufacturers.length === 0) return null;
	return (
		<Fact name={t("manufacturer.merged-from")}>
			<ul>
				{sme.mergedManufacturers.map(({ id, name, city, state }) => (
					<li key={id}>
						{[name, city, state?.slice(3)].filter(Boolean).join(", ")}{" "}
						<code className="quiet">{id}</code>
					</li>
				))}
			</ul>
		</Fact>
	);
}
