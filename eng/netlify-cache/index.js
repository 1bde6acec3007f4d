// Keeps the SDK and the packages from one build on Netlify to the next.

const KEPT = ['.dotnet', '.nuget'];

export const onPreBuild = ({ utils }) => utils.cache.restore(KEPT);

export const onPostBuild = ({ utils }) => utils.cache.save(KEPT);
