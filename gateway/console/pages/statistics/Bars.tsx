import { useWords } from "../../words/use-words.ts";
import look from "./Bars.module.css";
import { figureText } from "./figure-text.ts";
import type { Names } from "./names.ts";
import type { Series } from "./series.ts";
import type { View } from "./view.ts";

const HEIGHT = 48;
/** What is more than zero is seen to be. */
const LEAST = 2;
/** Share of its place that a bar takes. */
const SHARE = 0.8;
/** Id of the pattern that withheld figures are drawn in. */
const PATTERN = "withheld";

/** The pattern of what is withheld; stands once on the page. */
export function Hatching() {
	return (
		<svg className={look.definitions} width="0" height="0" aria-hidden="true">
			<defs>
				<pattern
					id={PATTERN}
					width="5"
					height="5"
					patternUnits="userSpaceOnUse"
					patternTransform="rotate(45)"
				>
					<line className={look.hatch} x1="0.5" x2="0.5" y1="0" y2="5" />
				</pattern>
			</defs>
		</svg>
	);
}

type Props = { series: Series; view: View; names: Names; most: number };

/** The figures of one row by period, from zero to `most`; withheld ones are hatched over their whole place. */
export function Bars({ series: { place, figures }, view, names, most }: Props) {
	const t = useWords();
	const step = 100 / figures.length;
	const said = figures.map((figure, index) => {
		const period = view.columns[index] ?? 0;
		return { period, text: `${names.period(period)}: ${figureText(t, figure)}` };
	});
	const label = `${names.own(place)}, ${names.measure}. ${said.map(({ text }) => text).join("; ")}`;
	return (
		<svg className={look.bars} width="100%" height={HEIGHT} role="img" aria-label={label}>
			{figures.map(({ status, value }, index) => {
				const isWithheld = status === "SUPPRESSED";
				const height = value ? Math.max(LEAST, (value / most) * (HEIGHT - 1)) : 0;
				const { period, text } = said[index] ?? { period: index, text: "" };
				return (
					<rect
						key={period}
						className={isWithheld ? look.withheld : look.bar}
						fill={isWithheld ? `url(#${PATTERN})` : undefined}
						x={`${step * (index + (1 - SHARE) / 2)}%`}
						width={`${step * SHARE}%`}
						y={isWithheld ? 0 : HEIGHT - 1 - height}
						height={isWithheld ? HEIGHT - 1 : height}
					>
						<title>{text}</title>
					</rect>
				);
			})}
			<line className={look.zero} x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
		</svg>
	);
}
