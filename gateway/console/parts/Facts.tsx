import type { ReactNode } from "react";
import look from "./Facts.module.css";

/** Facts of a record: names beside what is known, on a phone above it. */
export function Facts({ children }: { children: ReactNode }) {
	return <dl className={look.facts}>{children}</dl>;
}

/** One of them; several answers are several children. Left out where there is nothing to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
	const answers = (Array.isArray(children) ? children.flat() : [children]).filter(Boolean);
	if (answers.length === 0) return null;
	return (
		<div className={look.fact}>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}
