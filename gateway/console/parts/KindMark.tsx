import type { ServiceKind } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import look from "./KindMark.module.css";
import { colorOf, SHAPES } from "./kinds.ts";

/** A kind of service with its colour and its shape. */
export function KindMark({ kind }: { kind: ServiceKind }) {
	const t = useWords();
	return (
		<span className={look.mark}>
			<svg width="12" height="12" aria-hidden="true" style={{ fill: `var(${colorOf(kind)})` }}>
				<path d={SHAPES[kind]} />
			</svg>
			{t(`kind.${kind}`)}
		</span>
	);
}
