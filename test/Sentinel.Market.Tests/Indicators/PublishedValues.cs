namespace Sentinel.Market.Tests.Indicators;

/// <summary>Worked examples that others published; each says where.</summary>
internal static class PublishedValues
{
    /// <summary>Wilder, New Concepts in Technical Trading Systems (1978), RSI work sheet: closes.</summary>
    public static readonly double[] WilderCloses =
    [
        54.80, 56.80, 57.85, 59.85, 60.57, 61.10, 62.17, 60.60, 62.35, 62.15, 62.35, 61.45, 62.80, 61.37, 62.50, 62.57, 60.80, 59.37, 60.35,
        62.35, 62.17, 62.55, 64.55, 64.37, 65.30, 64.42, 62.90, 61.60, 62.05, 60.05, 59.70, 60.90, 60.25, 58.27, 58.70, 57.72, 58.10, 58.20,
    ];

    /// <summary>The same: RSI of 14 from the 15th close on, worked by hand with two decimals, up to 0.53 off what exact arithmetic gives.</summary>
    public static readonly double[] WilderRsi =
    [
        74.36, 74.55, 65.75, 59.68, 61.98, 66.44, 65.75, 67.00, 71.43, 70.50, 72.14, 67.95, 60.78, 55.56, 56.71, 49.49, 48.19, 52.38, 50.00,
        43.50, 45.36, 42.53, 44.13, 44.75,
    ];

    /// <summary>StockCharts ChartSchool, RSI, cs-rsi.xls: closes of QQQQ.</summary>
    public static readonly double[] RsiCloses =
    [
        44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328, 45.6140, 46.2820, 46.2820,
        46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515, 45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672,
        43.4205, 42.6628, 43.1314,
    ];

    /// <summary>The same: RSI of 14 from the 15th close on.</summary>
    public static readonly double[] Rsi =
    [
        70.5328, 66.3186, 66.5498, 69.4063, 66.3552, 57.9749, 62.9296, 63.2571, 56.0593, 62.3771, 54.7076, 50.4228, 39.9898, 41.4605, 41.8689,
        45.4632, 37.3040, 33.0795, 37.7730,
    ];

    /// <summary>StockCharts ChartSchool, ATR, cs-atr.xls: high, low and close of QQQQ.</summary>
    public static readonly (double High, double Low, double Close)[] AtrBars =
    [
        (48.70, 47.79, 48.16), (48.72, 48.14, 48.61), (48.90, 48.39, 48.75), (48.87, 48.37, 48.63), (48.82, 48.24, 48.74),
        (49.05, 48.635, 49.03), (49.20, 48.94, 49.07), (49.35, 48.86, 49.32), (49.92, 49.50, 49.91), (50.19, 49.87, 50.13),
        (50.12, 49.20, 49.53), (49.66, 48.90, 49.50), (49.88, 49.43, 49.75), (50.19, 49.725, 50.03), (50.36, 49.26, 50.31),
        (50.57, 50.09, 50.52), (50.65, 50.30, 50.41), (50.43, 49.21, 49.34), (49.63, 48.98, 49.37), (50.33, 49.61, 50.23),
        (50.29, 49.20, 49.2375), (50.17, 49.43, 49.93), (49.32, 48.08, 48.43), (48.50, 47.64, 48.18), (48.3201, 41.55, 46.57),
        (46.80, 44.2833, 45.41), (47.80, 47.31, 47.77), (48.39, 47.20, 47.72), (48.66, 47.90, 48.62), (48.79, 47.7301, 47.85),
    ];

    /// <summary>The same: ATR of 14 from the 14th bar on.</summary>
    public static readonly double[] Atr =
    [
        0.555000, 0.593929, 0.585791, 0.568949, 0.615452, 0.617920, 0.642354, 0.674329, 0.692770, 0.775429, 0.781470, 1.209229, 1.302620,
        1.380290, 1.366698, 1.336219, 1.316482,
    ];

    /// <summary>StockCharts ChartSchool, moving averages, cs-movavg.xls: closes.</summary>
    public static readonly double[] EmaCloses =
    [
        22.2734, 22.1940, 22.0847, 22.1741, 22.1840, 22.1344, 22.2337, 22.4323, 22.2436, 22.2933, 22.1542, 22.3926, 22.3816, 22.6109, 23.3558,
        24.0519, 23.7530, 23.8324, 23.9516, 23.6338, 23.8225, 23.8722, 23.6537, 23.1870, 23.0976, 23.3260, 22.6805, 23.0976, 22.4025, 22.1725,
    ];

    /// <summary>The same: EMA of 10 from the 10th close on, with two decimals.</summary>
    public static readonly double[] Ema =
    [
        22.22, 22.21, 22.24, 22.27, 22.33, 22.52, 22.80, 22.97, 23.13, 23.28, 23.34, 23.43, 23.51, 23.54, 23.47, 23.40, 23.39, 23.26, 23.23,
        23.08, 22.92,
    ];

    /// <summary>StockCharts ChartSchool, Bollinger bands, cs-bbands.xls: closes of SPY.</summary>
    public static readonly double[] BollingerCloses =
    [
        86.1557, 89.0867, 88.7829, 90.3228, 89.0671, 91.1453, 89.4397, 89.1750, 86.9302, 87.6752, 86.9596, 89.4299, 89.3221, 88.7241, 87.4497,
        87.2634, 89.4985, 87.9006, 89.1260, 90.7043, 92.9001, 92.9784, 91.8021, 92.6647, 92.6843, 92.3021, 92.7725, 92.5373, 92.9490, 93.2039,
    ];

    /// <summary>The same: upper and lower band (20, 2) from the 20th close on.</summary>
    public static readonly (double Upper, double Lower)[] Bollinger =
    [
        (91.291862, 86.124018), (91.949268, 86.141052), (92.612595, 85.866895), (92.934200, 85.847210), (93.311950, 85.703650),
        (93.728450, 85.648870), (93.899592, 85.593408), (94.266255, 85.560025), (94.565096, 85.597414), (94.786912, 85.977478),
        (95.043001, 86.274259),
    ];

    /// <summary>Investopedia, on-balance volume, worked example: close and volume.</summary>
    public static readonly (double Close, double Volume)[] ObvBars =
    [
        (10, 25_200), (10.15, 30_000), (10.17, 25_600), (10.13, 32_000), (10.11, 23_000), (10.15, 40_000), (10.20, 36_000), (10.20, 20_500),
        (10.22, 23_000), (10.21, 27_500),
    ];

    /// <summary>The same: the balance after each bar.</summary>
    public static readonly double[] Obv = [0, 30_000, 55_600, 23_600, 600, 40_600, 76_600, 76_600, 99_600, 72_100];
}
