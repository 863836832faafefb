export { Footer } from './footer.tsx';
export { Header } from './header.tsx';
export { FocusOnNavigation } from './navigation-focus.tsx';
