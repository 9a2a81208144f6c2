import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import type { MessageId } from "../words/ids.ts";
import { useWords, type Words } from "../words/use-words.ts";
import look from "./Figure.module.css";
import { Marks } from "./Marks.tsx";
import { openSource } from "./source-sheet.ts";
import type { TakenAlong } from "./take-along.ts";

/** A figure as it is shown: its value with its unit, or its words. */
export function figureText(t: Words, { value, unit, text, nativeText }: FigureFieldsFragment) {
	if (value !== null && value !== undefined) return t.value(value, unit);
	return (t.language === "zh" && nativeText) || text || nativeText || "";
}

/** The name of a property; properties that the catalogues do not know are shown as they are called. */
export function propertyName(t: Words, property: string): string {
	return t.maybe(`property.${property}`, property.replaceAll("_", " "));
}

type Props = {
	of: FigureFieldsFragment;
	/** What it is called; by default its property. */
	name?: string;
	/** What to show instead of value and unit, for example without the unit where the column says it. */
	children?: string;
};

/** A figure from a document; it opens onto its source. */
export function Figure({ of: figure, name, children }: Props) {
	const t = useWords();
	const called = name ?? propertyName(t, figure.property);
	const isText = typeof figure.value !== "number";
	return (
		<button
			type="button"
			className={isText ? `${look.figure} ${look.words}` : look.figure}
			aria-haspopup="dialog"
			onClick={({ currentTarget }) =>
				openSource({ kind: "observation", name: called, figure }, currentTarget)
			}
		>
			{children ?? figureText(t, figure)}
			<Marks doubts={figure.doubts} seriesBreak={figure.seriesBreak} />
		</button>
	);
}

type CountedProps = {
	/** What it is called. */
	name: string;
	value: number;
	/** Says what was counted. */
	how: MessageId;
	asked?: TakenAlong["asked"];
	/** Where the records are listed. */
	records?: string;
};

/** A figure that the hub counted; it opens onto how. */
export function Counted({ name, value, ...rest }: CountedProps) {
	const t = useWords();
	const text = t.number(value);
	return (
		<button
			type="button"
			className={look.figure}
			aria-haspopup="dialog"
			onClick={({ currentTarget }) =>
				openSource({ kind: "counted", name, text, ...rest }, currentTarget)
			}
		>
			{text}
		</button>
	);
}
