/** The mark of Maillage: a mesh and, in its middle, care. Decorative. */
export function Marque({ taille }: { readonly taille: number }) {
  return (
    <svg viewBox="0 0 64 64" width={taille} height={taille} aria-hidden="true" focusable="false">
      <g fill="none" stroke="#9fc0c9" strokeWidth="3" strokeLinejoin="round">
        <path d="M12 20 32 10l20 10v24L32 54 12 44Z" />
        <path d="m12 20 20 12 20-12M32 32v22M12 44l20-12 20 12" strokeWidth="2" opacity=".6" />
      </g>
      <g fill="#f7f5ef">
        <circle cx="12" cy="20" r="3.6" />
        <circle cx="52" cy="20" r="3.6" />
        <circle cx="12" cy="44" r="3.6" />
        <circle cx="52" cy="44" r="3.6" />
        <circle cx="32" cy="10" r="3.6" />
        <circle cx="32" cy="54" r="3.6" />
      </g>
      <circle cx="32" cy="32" r="9" fill="#e06a3c" />
      <path d="M32 27.5v9M27.5 32h9" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
