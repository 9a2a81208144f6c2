import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { Fact, Facts } from "./Facts.tsx";
import { propertyName } from "./Figure.tsx";
import look from "./Told.module.css";
import { Told } from "./Told.tsx";
import type { ToldFigure } from "./told.ts";

type Props = { told: readonly ToldFigure<FigureFieldsFragment>[]; empty: string };

/** Figures and facts by property, each with when it holds. */
export function OtherFacts({ told, empty }: Props) {
	const t = useWords();
	if (told.length === 0) return <p className="quiet">{empty}</p>;
	const properties = [...new Set(told.map(({ shown }) => shown.property))];
	return (
		<Facts>
			{properties.map((property) => (
				<Fact key={property} name={propertyName(t, property)}>
					<ul className={look.list}>
						{told
							.filter(({ shown }) => shown.property === property)
							.map((one) => {
								const { value, text, fiscalYear, period, party, asOf, asOfWords } = one.shown;
								const when = fiscalYear ?? period ?? asOfWords ?? (asOf && t.date(asOf));
								const about = [party, when, value !== null && text].filter(Boolean).join(", ");
								return (
									<li key={one.shown.id}>
										<Told of={one} />
										{about && <span className="quiet"> {about}</span>}
									</li>
								);
							})}
					</ul>
				</Fact>
			))}
		</Facts>
	);
}
